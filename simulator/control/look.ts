import * as z from "zod";
import { ok } from "../answer.ts";
import { wayOf } from "../emit.ts";
import { sceneNames } from "../scene.ts";
import { get, type Endpoint } from "./endpoint.ts";

const Nothing = z.object({});
const Where = z.object({ scene: z.enum(sceneNames).optional(), target: z.string().optional() });

/** What happened so far, as plain arrays in order. */
export const look: Readonly<Record<string, Endpoint>> = {
  messages: get(Where, ({ state }, { scene, target }) =>
    ok(
      state.ledger.filter(
        (one) => (scene === undefined || one.scene === scene) && (target === undefined || one.target === target),
      ),
    ),
  ),
  callbacks: get(Nothing, ({ state }) => ok(state.callbacks)),
  interactions: get(Nothing, ({ state }) => ok([...state.interactions.values()])),
  faults: get(Nothing, ({ state }) => ok(state.faults)),
  settings: get(Nothing, (world) => ok({ ...world.state.settings, events: wayOf(world) })),
};
