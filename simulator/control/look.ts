import * as z from "zod";
import { ok } from "../answer.ts";
import { wayOf } from "../emit.ts";
import { sceneNames } from "../scene.ts";
import { maxStreams, openStream } from "../live/stream.ts";
import { get, refuseControl, type Endpoint } from "./endpoint.ts";

const Nothing = z.object({});
const Where = z.object({ scene: z.enum(sceneNames).optional(), target: z.string().optional() });

/** `limit`: only the newest so many. */
const Listed = Where.extend({
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "a whole number from 1 on")
    .transform(Number)
    .optional(),
});

type Placed = { readonly scene: string; readonly target: string };

const listThere = <Item extends Placed>(
  all: readonly Item[],
  { limit, ...where }: z.infer<typeof Listed>,
): readonly Item[] => {
  const there = all.filter(
    ({ scene, target }) =>
      (where.scene === undefined || where.scene === scene) && (where.target === undefined || where.target === target),
  );
  return limit === undefined ? there : there.slice(-limit);
};

/** What happened so far, as plain arrays in order. */
export const look: Readonly<Record<string, Endpoint>> = {
  messages: get(Listed, ({ state }, asked) => ok(listThere(state.ledger, asked))),
  said: get(Listed, ({ state }, asked) => ok(listThere(state.said, asked))),
  live: get(Where, (world, { scene, target }) => {
    const here = scene !== undefined && target !== undefined ? { scene, id: target } : undefined;
    return world.watchers.size < maxStreams
      ? { kind: "stream", open: (response) => openStream(world, here, response) }
      : refuseControl(503, "too many pages look on");
  }),
  picture: get(z.object({ file: z.string() }), ({ state }, { file }) => {
    const picture = state.pictures.get(file);
    return picture
      ? { kind: "served", status: 200, headers: { "content-type": picture.type }, body: picture.bytes }
      : refuseControl(404, "file: no such picture");
  }),
  callbacks: get(Nothing, ({ state }) => ok(state.callbacks)),
  interactions: get(Nothing, ({ state }) => ok([...state.interactions.values()])),
  faults: get(Nothing, ({ state }) => ok(state.faults)),
  settings: get(Nothing, (world) => ok({ ...world.state.settings, events: wayOf(world) })),
};
