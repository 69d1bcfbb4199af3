import * as z from "zod";
import { SamplesAnswer } from "./console-answers.ts";
import { defineOperation } from "./operation.ts";

/** Requests as senders make them, at least one of every source: to preview, and to try a route with. */
export const samples = defineOperation({
  request: z.object({}),
  answer: SamplesAnswer,
  run: async () => {
    const { samples: all } = await import("../samples/index.ts");
    return { samples: all.map(({ request, ...told }) => ({ ...told, request: { ...request } })) };
  },
});
