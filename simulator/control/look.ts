import * as z from "zod";
import { ok } from "../answer.ts";
import { wayOf } from "../emit.ts";
import { sceneNames } from "../scene.ts";
import { get, type Endpoint } from "./endpoint.ts";

const Nothing = z.object({});
const Where = z.object({ scene: z.enum(sceneNames).optional(), target: z.string().optional() });

const isIn =
  (where: z.infer<typeof Where>) =>
  ({ scene, target }: { readonly scene: string; readonly target: string }): boolean =>
    (where.scene === undefined || where.scene === scene) && (where.target === undefined || where.target === target);

/** What happened so far, as plain arrays in order. */
export const look: Readonly<Record<string, Endpoint>> = {
  messages: get(Where, ({ state }, where) => ok(state.ledger.filter(isIn(where)))),
  said: get(Where, ({ state }, where) => ok(state.said.filter(isIn(where)))),
  callbacks: get(Nothing, ({ state }) => ok(state.callbacks)),
  interactions: get(Nothing, ({ state }) => ok([...state.interactions.values()])),
  faults: get(Nothing, ({ state }) => ok(state.faults)),
  settings: get(Nothing, (world) => ok({ ...world.state.settings, events: wayOf(world) })),
};
