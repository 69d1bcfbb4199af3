import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** What Lambda hands a handler besides its event: above all, how much time is left. */
export function createContext(functionName: string, timeoutMs: number): Context {
  const ends = performance.now() + timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: "1024",
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(ends - performance.now())),
    done: outdated,
    fail: outdated,
    succeed: outdated,
  };
}

function outdated(): never {
  throw new Error("Callbacks are gone since Node 24: return a promise instead.");
}
