import * as z from "zod";
import { samples as all } from "../samples/index.ts";
import { SamplesAnswer } from "./console-answers.ts";
import { defineOperation } from "./operation.ts";

/** Requests as senders make them, at least one of every source: to preview, and to try a route with. */
export const samples = defineOperation({
  request: z.object({}),
  answer: SamplesAnswer,
  run: () => Promise.resolve({ samples: all.map((sample) => ({ ...sample, request: { ...sample.request } })) }),
});
