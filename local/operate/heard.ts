import * as z from "zod";
import { HeardAnswer } from "./answers.ts";
import { defineOperation } from "./operation.ts";
import { iso } from "./tell-delivery.ts";

/** Who spoke to the bot lately, newest first: where, and who as far as QQ tells. */
export const heard = defineOperation({
  request: z.object({}),
  answer: HeardAnswer,
  run: async (_, { store, now }) => {
    const all = await store.readHeard(now());
    return { heard: all.map(({ at, ...who }) => ({ ...who, at: iso(at) })) };
  },
});
