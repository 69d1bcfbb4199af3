import type { Refused } from "../qq/read-token.ts";

/** A send that was not begun because its deadline was too near: nothing was delivered. */
export const noTime: Refused = { kind: "refused", as: "again", answer: { message: "no time left" } };
