import { expect, test } from "vitest";
import { chooseSource } from "../../../lib/policy/intake/choose-source.ts";
import { type SourceName, sources } from "../../../lib/sources/index.ts";
import { inboundOf } from "../../support/inbound.ts";

const choose = (names: readonly SourceName[], sent: Parameters<typeof inboundOf>[0]) =>
  chooseSource(
    names.map((name) => sources[name]),
    inboundOf(sent),
  )?.name;

const github = { "x-github-event": "push" };
const gotify = '{"message":"m","priority":5}';

test.each<[names: readonly SourceName[], sent: Parameters<typeof inboundOf>[0], chosen: SourceName]>([
  [["github", "gotify"], { headers: github, body: "{}" }, "github"],
  [["gotify", "github"], { headers: github, body: "{}" }, "github"],
  [["gotify", "github"], { headers: github, body: gotify }, "github"],
  [["github", "gotify"], { headers: { ...github, "x-gotify-key": "x" }, body: "{}" }, "github"],
  [["gotify", "github"], { headers: { ...github, "x-gotify-key": "x" }, body: "{}" }, "gotify"],
  [["gotify", "github"], { body: gotify }, "gotify"],
  [["gotify", "generic"], { body: "message=m&priority=5" }, "gotify"],
  [["gotify", "generic"], { body: '{"title":"t"}' }, "generic"],
  [["gotify", "generic"], { body: "plain words" }, "generic"],
  [["gotify", "generic"], { body: '{"message":' }, "generic"],
  [["gotify", "generic"], { body: "" }, "generic"],
  [["alertmanager", "grafana"], { body: '{"alerts":[],"orgId":1}' }, "grafana"],
  [["grafana", "alertmanager"], { body: '{"alerts":[],"groupKey":"x"}' }, "alertmanager"],
  [["alertmanager", "grafana"], { body: '{"ruleName":"r","state":"ok"}' }, "grafana"],
  [["alertmanager", "generic"], { body: "payload=%7B%22alerts%22%3A%5B%5D%7D" }, "alertmanager"],
  [["generic"], { headers: github, body: gotify }, "generic"],
])("%j takes %j as %s", (names, sent, chosen) => expect(choose(names, sent)).toBe(chosen));

test("a body that is very long is told by its headers alone", () => {
  const body = JSON.stringify({ message: "x".repeat(1_100_000), priority: 1 });
  expect(choose(["gotify", "generic"], { body })).toBe("generic");
  expect(choose(["gotify", "generic"], { headers: { "x-gotify-key": "x" }, body })).toBe("gotify");
});

test("of no sources none is chosen", () => expect(choose([], {})).toBeUndefined());
