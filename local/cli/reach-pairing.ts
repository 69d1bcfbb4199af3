import * as z from "zod";
import type { Pairing } from "../admin/pairing.ts";
import * as answers from "./command-answers.ts";
import type { AskRelay } from "./reach-relay.ts";

const Unpaired = z.object({ error: z.enum(["unknown-route", "not-bound"]), message: z.string() });

const Paired = z.union([answers.Paired, Unpaired]);

const Bindings = z.union([answers.Bindings, Unpaired]);

/** Pairing by a relay that runs on this machine. */
export const reachPairing = (ask: AskRelay): Pairing => ({
  pair: (route) => ask("/_relay/pair", Paired, { route }),
  bindings: (route) =>
    ask(`/_relay/bindings${route === undefined ? "" : `?route=${encodeURIComponent(route)}`}`, Bindings),
});
