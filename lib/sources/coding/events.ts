import * as z from "zod";
import { lookUp } from "../look-up.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { mergeRequest } from "./merge-request.ts";
import { other } from "./other.ts";
import { push } from "./push.ts";

/** The first request to a new address, `{"zen": …}`. */
const ping = defineRetelling({ schema: z.unknown(), retell: () => undefined });

const events = {
  ping,
  push,
  merge_request: mergeRequest,
  pull_request: mergeRequest,
} as const satisfies Record<string, Retelling>;

export const retellingOf = (event: string): Retelling => lookUp<Retelling>(events, event) ?? other(event);
