import type { Answer } from "../model/inbound.ts";
import { inBoth } from "../model/said.ts";

const again = (en: string, zh: string): Answer => ({
  status: 503,
  headers: { "Retry-After": "20" },
  body: { error: "unavailable", message: inBoth(en, zh) },
});

/** Answers where SNS itself could not be asked: it sends again what was answered so, and gives up what is refused. */
export const snsDown = {
  certificate: again(
    "sns: the certificate could not be fetched from AWS now; send it again",
    "sns：现在从 AWS 取不到证书；请再发一次",
  ),
  subscription: again(
    "sns: the subscription could not be confirmed at AWS now; send it again",
    "sns：现在没能在 AWS 确认订阅；请再发一次",
  ),
} as const;
