import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import type { SceneName } from "../model/scene.ts";
import { targetName } from "../model/target.ts";
import type { Wake } from "../ports.ts";
import { createPool, type Posted } from "./pool.ts";
import { readBase } from "./read-base.ts";

export type InvokeOptions = {
  readonly region: string;
  /** Name or ARN of the function that delivers for a scene. */
  readonly functionName: (scene: SceneName) => string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Default: the region's Lambda endpoint. */
  readonly endpoint?: string;
  /** For each of the two tries. */
  readonly timeoutMs?: number;
  readonly now: () => number;
};

/**
 * Wakes by an asynchronous invocation `{ deliver: <target> }`. One more is harmless, so a try that failed for any passing
 * reason is repeated once; throws when that failed too. The signer is the one that the DynamoDB client brings already.
 */
export function createInvoke(options: InvokeOptions): Wake {
  const { region, credentials, timeoutMs = 2_000, now } = options;
  const base = readBase("the Lambda endpoint", options.endpoint ?? `https://lambda.${region}.amazonaws.com`);
  const pool = createPool(base.origin, { now });
  const signer = new SignatureV4({ service: "lambda", region, credentials, sha256: Sha256 });

  const invoke = async (name: string, body: string): Promise<Posted> => {
    const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
    const { headers } = await signer.sign(
      {
        method: "POST",
        protocol: base.protocol,
        hostname: base.hostname,
        path,
        query: {},
        headers: { host: base.host, "content-type": "application/json", "x-amz-invocation-type": "Event" },
        body,
      },
      { signingDate: new Date(now()) },
    );
    return pool.post({ path, headers, body, timeoutMs });
  };

  return async (target) => {
    const name = options.functionName(target.scene);
    const body = JSON.stringify({ deliver: targetName(target) });
    const first = await invoke(name, body);
    const posted = isPassing(first) ? await invoke(name, body) : first;
    if (posted.kind === "answer" && posted.status === 202) return;
    throw new Error(`wake-up of ${name} failed: ${tellWhy(posted)}`);
  };
}

const isPassing = (posted: Posted): boolean => posted.kind === "lost" || posted.status === 429 || posted.status >= 500;

function tellWhy(posted: Posted): string {
  if (posted.kind === "lost") return `no answer (${posted.code})`;
  const type = posted.headers?.["x-amzn-errortype"];
  const why = `HTTP ${posted.status}${typeof type === "string" ? ` ${type.split(":")[0]}` : ""}`;
  return posted.status === 403 ? `${why}; allow lambda:InvokeFunction on it` : why;
}
