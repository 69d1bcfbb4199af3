import type { Get, Got } from "../../../lib/sns/get.ts";
import { certificate, certificateUrl } from "./sign-sns.ts";

/** SNS's own host: it has one certificate, takes confirmations, and has nothing else. */
export type Aws = {
  readonly get: Get;
  /** Addresses that were asked for. */
  readonly asked: readonly string[];
  /** What is answered to all from now on; undefined = as usual. */
  readonly say: (got: Got | undefined) => void;
  /** As in the beginning. */
  readonly reset: () => void;
};

export function startAws(): Aws {
  const asked: string[] = [];
  let said: Got | undefined;
  const answer = (url: string): Got => {
    if (url === certificateUrl) return { kind: "answer", status: 200, text: certificate };
    if (url.includes("Action=ConfirmSubscription"))
      return { kind: "answer", status: 200, text: "<ConfirmSubscriptionResponse/>" };
    return { kind: "answer", status: 403, text: "<Error/>" };
  };
  return {
    get: (url) => {
      asked.push(url);
      return Promise.resolve(said ?? answer(url));
    },
    asked,
    say: (got) => {
      said = got;
    },
    reset: () => {
      said = undefined;
      asked.length = 0;
    },
  };
}
