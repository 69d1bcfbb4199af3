/** Why a function of the user's configuration was of no use, for the log. `said` is a thrown error's message, cut short. */
export type FunctionFault = { readonly kind: "fault"; readonly reason: string; readonly said?: string };

/** What a function of the user's configuration answered, if it did. */
export type Called<Answer> = { readonly kind: "answer"; readonly answer: Answer } | FunctionFault;

/** In characters: an error's message may quote what a sender wrote, so no more of it is kept. */
const maxSaid = 200;

/**
 * Calls a function of the user's configuration, which may do what it likes: what it throws becomes a value, and a promise
 * is no answer. A promise that fails later is nobody's to catch, so it is caught here.
 */
export function callConfigured<Answer>(call: () => Answer): Called<Answer> {
  try {
    const answer = call();
    if (!isThenable(answer)) return { kind: "answer", answer };
    void Promise.resolve(answer).catch(() => undefined);
    return { kind: "fault", reason: "it answered a promise, and may not be async" };
  } catch (error) {
    return error instanceof Error
      ? { kind: "fault", reason: `it threw ${error.name}`, said: error.message.slice(0, maxSaid) }
      : { kind: "fault", reason: `it threw a value of type ${typeof error}` };
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** The reason with what was said, where people may read the sender's words too. */
export const showFault = ({ reason, said }: FunctionFault): string =>
  said === undefined || said === "" ? reason : `${reason}: ${said}`.slice(0, maxSaid);
