import * as z from "zod";
import { HeardAnswer } from "./answers.ts";
import { knownTargets } from "./find-target.ts";
import { defineOperation } from "./operation.ts";
import { iso } from "./tell-delivery.ts";

/** Who spoke lately, newest first: where, and when. */
export const heard = defineOperation({
  request: z.object({}),
  answer: HeardAnswer,
  run: async (_, ports) => {
    const known = await knownTargets(ports);
    const spoken = await Promise.all(
      known.map(async ({ target }) => ({ target, at: (await ports.store.readItem(target)).state.spokeAt })),
    );
    const lately = spoken.flatMap(({ target, at }) => (at === undefined ? [] : [{ target, at }]));
    return {
      heard: lately
        .toSorted((a, b) => b.at - a.at)
        .map(({ target: { scene, id }, at }) => ({ scene, target: id, at: iso(at) })),
    };
  },
});
