import { expect, it } from "vitest";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { sources } from "../../../lib/sources/index.ts";
import { guessSource } from "../../../local/operate/preview/guess-source.ts";
import { makePreview } from "../../../local/operate/preview/make-preview.ts";
import { toInbound } from "../../../local/operate/preview/request.ts";
import { samples } from "../../../local/samples/index.ts";

const at = new Date("2026-11-21T20:00:00Z");

it("has at least one request of every source, each under an id and a name of its own", () => {
  expect([...new Set(samples.map(({ source }) => source))].toSorted()).toEqual(Object.keys(sources).toSorted());
  expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  for (const { id, name } of samples)
    expect([id, /\p{Script=Han}|[A-Z]/u.test(name.zh), name.en !== ""]).toEqual([id, true, true]);
});

it.each(samples)("$id is told in words", async ({ source, request }) => {
  const made = await makePreview(toInbound(request, "preview", at), { source }, request.path, defaultSettings);
  expect(made).toMatchObject({
    kind: "made",
    preview: { kind: "told", notice: { source, title: expect.stringMatching(/\S/) } },
  });
  const told = made.kind === "made" && made.preview.kind === "told" ? made.preview : undefined;
  expect(told?.bodies.length).toBeGreaterThan(3);
  // A body that nobody understood would be told as it came.
  expect(told?.notice.title).not.toMatch(/^\s*[{[]|=%/);
  for (const line of told?.notice.lines ?? []) expect(line).not.toMatch(/^\s*\{"/);
});

/** Those that say nothing of whose they are which others do not say too. */
const unmarked = new Set([
  "generic",
  "gotify",
  "apprise",
  "bark",
  "serverchan",
  "pushdeer",
  "ntfy",
  "mattermost",
  "rocketchat",
  "slack",
  "onebot",
]);

it.each(samples.filter(({ source }) => !unmarked.has(source)))(
  "$id is known for what it is",
  async ({ source, request }) => {
    expect((await guessSource(toInbound(request, "preview", at))).source).toBe(source);
  },
);
