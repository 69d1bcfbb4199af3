import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { shippedIds } from "../../../local/doctor/checks/files.ts";
import { diagnose } from "../../../local/doctor/diagnose.ts";
import type { Facts } from "../../../local/doctor/facts.ts";
import type { RelayRecord } from "../../../local/doctor/relay-record.ts";
import { noon } from "../../support/build.ts";
import { root } from "../../structure/project-files.ts";

const routes = { ci: { scene: "group", source: "github", secret: "CiSecret", to: ["G1"] } } as const;

const record: RelayRecord = {
  run: {
    since: noon - day,
    events: "gateway",
    simulated: false,
    gateway: { state: "connected", since: noon - day, isQuiet: false, lastEvent: noon - hour },
  },
  spokeAt: noon - hour,
  unused: { routes: [], days: 30 },
  rules: [{ scene: "group", preset: "published", isSet: false, refused: 0, isWider: false }],
  codes: [],
};

const well: Facts = {
  now: noon,
  where: "here",
  bot: { id: true, secret: true },
  configuration: { routes, settings: defaultSettings },
  qq: { token: { kind: "taken" }, me: { kind: "taken" }, clock: { theirs: noon, ours: noon + minute } },
  secrets: [{ name: "CiSecret", length: 16 }],
  relay: record,
  callback: { url: "https://relay.example.com:8443/events", answer: { kind: "proven" } },
  disk: { folder: "/data", free: 500 * 1024 * 1024 },
};

const found = (facts: Facts): readonly string[] =>
  diagnose(facts).findings.map(({ check, severity, message }) => `${severity} ${check}: ${message.en}`);

const withRun = (run: Partial<NonNullable<RelayRecord["run"]>>, more: Partial<RelayRecord> = {}): Facts => {
  const { spokeAt: _, ...rest } = record;
  const own = record.run;
  return { ...well, relay: { ...rest, ...(own && { run: { ...own, ...run } }), ...more } };
};

const gateway = (of: Partial<NonNullable<NonNullable<RelayRecord["run"]>["gateway"]>>) => ({
  gateway: { state: "connected", since: noon - day, isQuiet: false, ...of } as const,
});

it("says nothing at the edge of what is well", () => {
  expect(diagnose(well)).toEqual({ ok: true, findings: [], skipped: [] });
});

describe("events", () => {
  it.each<readonly [name: string, facts: Facts, found: readonly RegExp[]]>([
    [
      "connected, and never an event for long",
      withRun(gateway({ isQuiet: true })),
      [/^warning events: .*no event has come for long/],
    ],
    [
      "refused for what only an operator can change",
      withRun(gateway({ state: "refused", trouble: "intents" })),
      [/^fault events: .*no right to the events/],
    ],
    [
      "a line that was cut",
      withRun(gateway({ state: "waiting", trouble: "network" })),
      [/^warning events: .*the line was cut/],
    ],
    ["none yet, of a run that began just now", withRun({ ...gateway({}), since: noon - minute }), []],
    [
      "none yet, of a run of hours",
      withRun({ since: noon - 3 * hour, ...gateway({}) }),
      [/^warning events: No event of QQ's has ever come/],
    ],
    ["something by the gateway, where nobody spoke", withRun(gateway({ lastEvent: noon - hour })), []],
    ["three days without", withRun(gateway({ lastEvent: noon - 3 * day })), []],
    ["longer", withRun(gateway({ lastEvent: noon - 4 * day })), [/^warning events: QQ's last event came 4 days ago/]],
    [
      "by the simulator",
      withRun({ simulated: true, ...gateway({ isQuiet: true }) }),
      [/^fault relay: .*uses the simulator/],
    ],
  ])("%s", (_, facts, expected) => {
    expect(found(facts)).toEqual(expected.map((each) => expect.stringMatching(each) as string));
  });

  it("is not told twice what QQ refuses the bot for", () => {
    const me = { kind: "refused", trouble: "allow-list", code: 11298 } as const;
    const facts = {
      ...withRun(gateway({ state: "refused", trouble: "allow-list" })),
      qq: { token: { kind: "taken" }, me },
    } as const;
    expect(found(facts)).toEqual([expect.stringMatching(/^fault allow-list/)]);
  });
});

describe("a deployed table", () => {
  const { qq: _, callback: __, disk: ___, ...rest } = well;
  const { run: ____, ...table } = record;
  const deployed: Facts = { ...rest, where: "deployed", bot: { id: false, secret: false }, relay: table };

  it("is well, and what cannot be seen from here is said", () => {
    const { ok, findings, skipped } = diagnose(deployed);
    expect([ok, findings]).toEqual([true, []]);
    expect(skipped.map(({ check }) => check)).toEqual(["credentials", "secrets", "callback"]);
  });

  it("tells by what is kept with deliveries that QQ refuses its functions' address, and not this machine's", () => {
    const me = { kind: "refused", trouble: "allow-list", code: 11298, seen: "203.0.113.7" } as const;
    expect(found({ ...deployed, qq: { token: { kind: "taken" }, me } })).toEqual([]);
    expect(found({ ...deployed, relay: { ...table, codes: [11298] } })).toEqual([
      "fault allow-list: QQ refuses the functions in AWS (11298): their outgoing address is not on the bot's list (IP 白名单)",
    ]);
  });

  it("does not take this machine's clock for AWS's", () => {
    const clock = { theirs: noon, ours: noon + hour };
    expect(found({ ...deployed, qq: { token: { kind: "taken" }, me: { kind: "taken" }, clock } })).toEqual([]);
  });
});

describe("rules", () => {
  it.each([
    [{ preset: "2026", isSet: true, refused: 2 }, /settings count by exactly 2026.*at 2 conversations/],
    [{ preset: "published", isSet: false, refused: 1 }, /another program may send by the same bot/],
    [{ preset: "published", isSet: true, isWider: true }, /more could be pushed/],
  ])("%o", (of, expected) => {
    const rules = [{ scene: "group" as const, refused: 0, isWider: false, ...of }];
    expect(found({ ...well, relay: { ...record, rules } })).toEqual([expect.stringMatching(expected)]);
  });
});

describe("routes nobody posted to", () => {
  it("are not those that only the relay itself uses", () => {
    const known = {
      ...routes,
      ops: { ...routes.ci },
      late: { ...routes.ci, policy: { spill: { to: "ops", after: "2h" } } },
      me: { ...routes.ci },
    } as const;
    const configuration = { routes: known, settings: { ...defaultSettings, warnTo: "me" } };
    const unused = { routes: ["ops", "late", "me", "gone"], days: 7 };
    expect(found({ ...well, configuration, relay: { ...record, unused } })).toEqual([
      expect.stringMatching(/^warning routes: Nothing has come by route late \(deliveries are kept for 7 days\)/),
    ]);
  });
});

describe("the callback's address", () => {
  it.each([
    "http://relay.example.com/events",
    "https://203.0.113.7/events",
    "https://relay.example.com:8787/events",
    "https://localhost/events",
  ])("%s is none that QQ calls", (url) => {
    expect(found({ ...well, callback: { url, answer: { kind: "proven" } } })).toEqual([
      expect.stringMatching(/^fault callback: QQ does not call/),
    ]);
  });
});

it("knows every id of the routes file as it is shipped", () => {
  const text = readFileSync(join(root, "infra", "routes.ts"), "utf8");
  const ids = [...text.matchAll(/^ {4}to: .*$/gm)].flatMap(([line]) =>
    [...line.matchAll(/"([^"]+)"/g)].map(([, id]) => id),
  );
  expect(new Set(ids)).toEqual(shippedIds);
});
