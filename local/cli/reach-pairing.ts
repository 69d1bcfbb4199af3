import * as z from "zod";
import { sceneNames } from "../../lib/model/scene.ts";
import type { Pairing } from "../admin/pairing.ts";
import type { AskRelay } from "./reach-relay.ts";

const scene = z.enum(sceneNames);

const Unpaired = z.object({ error: z.enum(["unknown-route", "not-bound"]), message: z.string() });

const Paired = z.union([z.object({ code: z.string(), route: z.string(), scene, expiresAt: z.string() }), Unpaired]);

const Bindings = z.union([z.array(z.object({ route: z.string(), scene, target: z.string() })), Unpaired]);

/** Pairing by a relay that runs on this machine. */
export const reachPairing = (ask: AskRelay): Pairing => ({
  pair: (route) => ask("/_relay/pair", Paired, { route }),
  bindings: (route) =>
    ask(`/_relay/bindings${route === undefined ? "" : `?route=${encodeURIComponent(route)}`}`, Bindings),
});
