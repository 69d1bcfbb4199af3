import { isServerError, isThrottlingError, isTransientError, StandardRetryStrategy } from "@smithy/core/retry";

const maxAttempts = 3;

/** Repeats what failed as the SDK does: by its strategy, with its waits, and by its own judgement of what may pass. */
export function createRetries(): <Answer>(attempt: () => Promise<Answer>) => Promise<Answer> {
  const strategy = new StandardRetryStrategy(maxAttempts);
  return async (attempt) => {
    let token = await strategy.acquireInitialRetryToken("");
    for (;;) {
      try {
        const answer = await attempt();
        strategy.recordSuccess(token);
        return answer;
      } catch (fault) {
        const error = fault as SdkError;
        token = await strategy.refreshRetryTokenForRetry(token, { error, errorType: typeOf(error) }).catch(() => {
          throw fault;
        });
      }
    }
  };
}

type SdkError = Parameters<typeof isThrottlingError>[0];

function typeOf(error: SdkError) {
  if (isThrottlingError(error)) return "THROTTLING";
  if (isTransientError(error)) return "TRANSIENT";
  return isServerError(error) ? "SERVER_ERROR" : "CLIENT_ERROR";
}
