import { expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { createHear } from "../../lib/listen/hear.ts";
import type { Heard } from "../../lib/model/heard.ts";
import type { QqEvent } from "../../lib/model/qq-event.ts";
import { noon } from "../support/build.ts";

const said = (user: string, at: number, id = "G1"): QqEvent => ({
  type: "GROUP_MESSAGE_CREATE",
  at,
  targets: [{ scene: "group", id }],
  presence: "here",
  opens: { kind: "msg", id: `m${at}` },
  said: { text: "secret words", to: "bot", speaker: { id: user, name: "小明" } },
});

const listener = () => {
  const noted: Heard[] = [];
  const noteHeard = (heard: Heard) => Promise.resolve(void noted.push(heard));
  return { noted, hear: createHear({ store: { noteHeard }, log: () => undefined }) };
};

it("writes down who and where, and nothing of what they said", async () => {
  const { noted, hear } = listener();
  await hear(said("M1", noon));
  expect(noted).toEqual([{ scene: "group", target: "G1", user: "M1", name: "小明", at: noon }]);
});

it("writes seldom, however much is said", async () => {
  const { noted, hear } = listener();
  for (let at = 0; at < 9 * minute; at += second) await hear(said("M1", noon + at));
  expect(noted).toHaveLength(1);
  for (let at = 0; at < minute; at += 100) await hear(said(`M${at}`, noon + 9 * minute + at));
  expect(noted).toHaveLength(7);
  await hear(said("M1", noon + 20 * minute));
  await hear(said("M1", noon + 20 * minute, "G2"));
  expect(noted.slice(7).map(({ user, target }) => [user, target])).toEqual([
    ["M1", "G1"],
    ["M1", "G2"],
  ]);
});

it("of talk that is not for the bot writes once an hour where it is", async () => {
  const { noted, hear } = listener();
  for (let at = 0; at < 3 * 60; at += 1) {
    const event = said(`M${at}`, noon + at * minute);
    await hear({ ...event, ...(event.said && { said: { ...event.said, to: "anyone" } }) });
  }
  expect(noted.map(({ at }) => at)).toEqual([0, 60, 120].map((minutes) => noon + minutes * minute));
});

it("hears who added the bot, and nobody where it was removed", async () => {
  const { noted, hear } = listener();
  const { said: _, ...event } = said("M1", noon);
  await hear({ ...event, type: "GROUP_ADD_ROBOT", opens: { kind: "event", id: "e" } });
  await hear({ type: "GROUP_DEL_ROBOT", at: noon, targets: [{ scene: "group", id: "G3" }], presence: "gone" });
  expect(noted).toEqual([{ scene: "group", target: "G1", at: noon }]);
});

it("loses no event where the store fails", async () => {
  const lines: string[] = [];
  const hear = createHear({
    store: { noteHeard: () => Promise.reject(new Error("no table")) },
    log: (_, event) => lines.push(event),
  });
  await hear(said("M1", noon));
  expect(lines).toEqual(["store"]);
});
