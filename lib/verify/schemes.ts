import type { AuthScheme } from "../model/auth.ts";
import { hmacs } from "../model/hmac.ts";
import { grafanaProof } from "./grafana.ts";
import { hmacProof } from "./hmac.ts";
import type { ReadProof } from "./proof.ts";
import { basicProof, bearerProof, keyProof } from "./token.ts";

/** How each scheme reads its proof. A new scheme is one line here and one name in the model. */
export const schemes = {
  github: hmacProof(hmacs.github),
  grafana: grafanaProof,
  hmac: hmacProof(hmacs.hmac),
  bearer: bearerProof,
  basic: basicProof,
  key: keyProof,
} as const satisfies Record<AuthScheme, ReadProof>;
