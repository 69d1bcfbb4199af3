import { cutToLength } from "../../base/cut-to-length.ts";
import type { Speaker } from "../../model/qq-event.ts";
import { type SceneName, scenes } from "../../model/scene.ts";
import type { Target } from "../../model/target.ts";
import { type Json, partOf, readId } from "../read-body.ts";
import type { EventReader } from "./event-reader.ts";
import { type Addressing, alwaysToBot } from "./read-addressed.ts";
import { readGroupRole, readGuildRole } from "./read-role.ts";
import { readSaid } from "./read-said.ts";
import { channelsIn, sessionsIn, targetsAt } from "./targets.ts";

/** How a scene's messages name where they were said, and who said them. */
type Place = {
  readonly targets: (d: Json, author: Json) => readonly Target[];
  readonly speaker: (author: Json) => string | undefined;
  readonly role: (d: Json, author: Json) => Pick<Speaker, "role">;
};

const places: Readonly<Record<SceneName, Place>> = {
  c2c: {
    targets: (_, author) => targetsAt("c2c", author["user_openid"]),
    speaker: (author) => readId(author["user_openid"]),
    role: () => ({}),
  },
  group: {
    targets: (d) => targetsAt("group", d["group_openid"]),
    speaker: (author) => readId(author["member_openid"]) ?? readId(author["id"]),
    role: (_, author) => readGroupRole(author["member_role"]),
  },
  channel: {
    targets: (d) => channelsIn(d),
    speaker: (author) => readId(author["id"]),
    role: (d) => readGuildRole(d["member"]),
  },
  dm: {
    targets: (d, author) => sessionsIn(d, author["id"]),
    speaker: (author) => readId(author["id"]),
    role: (d) => readGuildRole(d["member"]),
  },
};

/** Characters of a name that are kept. */
const maxName = 40;

/** A name as one line that a terminal can show; undefined where there is none. */
function readName(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = cutToLength(
    value
      .slice(0, 1_000)
      .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
      .trim(),
    maxName,
  );
  return name === "" ? undefined : name;
}

/**
 * Reads a message: it opens a window under its own id, not the envelope's, and shows that the bot is there. Bots are not
 * heard, or the relay would answer itself.
 */
export const readMessage =
  (scene: SceneName, addressing: Addressing = alwaysToBot): EventReader =>
  (d) => {
    const place = places[scene];
    const author = partOf(d["author"]);
    const targets = place.targets(d, author);
    if (targets.length === 0 || author["bot"] === true) return undefined;
    const id = readId(d["id"]);
    const speaker = place.speaker(author);
    const name = readName(author["username"]);
    return {
      targets,
      presence: "here",
      ...(id !== undefined && { opens: { kind: "msg", id } }),
      ...(speaker !== undefined &&
        readSaid(
          d,
          { id: speaker, ...place.role(d, author), ...(name !== undefined && { name }) },
          scenes[scene].wire,
          addressing,
        )),
    };
  };
