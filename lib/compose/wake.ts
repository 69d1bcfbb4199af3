import type { Env } from "./env.ts";
import type { Wake } from "../ports.ts";
import { createInvoke } from "../send/invoke.ts";

/** The wake-up of AWS: an asynchronous invocation of the target's scene function. */
export function composeWake(env: Env, now: () => number): Wake {
  const endpoint = env["AWS_ENDPOINT_URL_LAMBDA"] || env["RELAY_LAMBDA_ENDPOINT"];
  const needed = (name: string): string => env[name] ?? "";
  return createInvoke({
    region: needed("AWS_REGION"),
    functionName: (scene) => env[`RELAY_FUNCTION_${scene.toUpperCase()}`] ?? needed("AWS_LAMBDA_FUNCTION_NAME"),
    credentials: {
      accessKeyId: needed("AWS_ACCESS_KEY_ID"),
      secretAccessKey: needed("AWS_SECRET_ACCESS_KEY"),
      ...(env["AWS_SESSION_TOKEN"] !== undefined && { sessionToken: env["AWS_SESSION_TOKEN"] }),
    },
    ...(endpoint && { endpoint }),
    now,
  });
}
