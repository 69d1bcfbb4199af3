import type { AuthScheme } from "../../../lib/model/auth.ts";
import type { ProofPlace } from "../../../lib/model/dialect.ts";
import type { Said } from "../../../lib/model/said.ts";
import { type Call, type Entered, field, said, type Sender, type Way } from "./sender.ts";

const address: Said = said("地址", "URL");

/** What is entered and posted for a proof in some place, where the sender has no words of its own for it. */
type Plain = { readonly enter: readonly Entered[]; readonly call: Omit<Call, "url">; readonly behind?: string };

const inBody = (name: string): Plain => ({ enter: [field(name)], call: { fields: { [name]: "{secret}" } } });

const inHeader = (name: string, value: string, shown = value): Plain => ({
  enter: [field("请求头", "header", `${name}: ${shown}`)],
  call: { headers: { [name]: value } },
});

/** Segments behind words of a vendor's stand in addresses of that vendor's form only: its entry has them. */
function plainOf(place: ProofPlace): Plain | undefined {
  switch (place.kind) {
    case "key":
      return { enter: [], call: {}, behind: "/{secret}" };
    case "query":
      return { enter: [], call: {}, behind: `?${place.name}={secret}` };
    case "header":
      return inHeader(place.name, "{secret}");
    case "bearer":
      return inHeader("Authorization", "Bearer {secret}");
    case "basic":
      return {
        enter: [field("用户名", "user", "relay"), field("密码", "password")],
        call: { headers: { Authorization: "Basic {basic}" } },
      };
    case "field":
    case "list":
      return inBody(place.name);
    case "sign":
    case "hmac":
      return { enter: [field("签名密钥", "signing secret")], call: { signs: place.of } };
    case "segment":
    case "last":
    case "authorization":
      return undefined;
  }
}

/** How a sender is set up whose requests are proved in a place: by its own words for that, or in plain ones. */
export function wayOf(place: ProofPlace, { url = address, enter = {} }: Partial<Sender> = {}): Way | undefined {
  const plain = plainOf(place);
  if (!plain) return undefined;
  const at = `{at}${plain.behind ?? ""}`;
  return {
    enter: [{ field: url, value: at }, ...(enter[place.kind] ?? plain.enter)],
    call: { ...plain.call, url: at },
  };
}

/** Where the address alone is enough. */
export const addressOnly = ({ url = address }: Partial<Sender> = {}): Way => ({
  enter: [{ field: url, value: "{at}" }],
  call: { url: "{at}" },
});

/** Where each scheme that a route may name has its secret. */
export const placeOf = {
  github: { kind: "hmac", of: "github" },
  grafana: { kind: "hmac", of: "grafana" },
  hmac: { kind: "hmac", of: "hmac" },
  bearer: { kind: "bearer" },
  basic: { kind: "basic" },
  key: { kind: "query", name: "key" },
} as const satisfies Record<AuthScheme, ProofPlace>;
