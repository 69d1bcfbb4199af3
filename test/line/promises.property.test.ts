import { describe, expect, it } from "vitest";
import { checkPromises } from "../support/promises/check.ts";
import { runProgram } from "../support/promises/run.ts";
import { testSeed } from "../support/seed.ts";
import type { Program } from "../support/promises/steps.ts";
import type { Coverage } from "../support/promises/coverage.ts";

/** A few seconds; `npm run test:promises` does ten thousand. */
const runs = 60;

const seed = Number(process.env["PROMISES_SEED"] ?? testSeed);

/** Programs that broke a promise once. */
const found: readonly (readonly [
  name: string,
  program: Omit<Program, "begins" | "chance" | "limits"> & Partial<Pick<Program, "begins" | "limits">>,
])[] = [
  [
    "the rest of a halved reply, under the seq of the half that QQ took",
    {
      preset: "published",
      steps: [
        { kind: "qq", fault: { kind: "code", code: 40034029 }, times: 1 },
        { kind: "speak", target: "group", text: "在吗", repeated: false },
        { kind: "post", route: "digest", level: "success", count: 4, alike: false },
      ],
    },
  ],
  [
    "a deliverer killed behind a half that QQ took",
    {
      preset: "published",
      steps: [
        { kind: "qq", fault: { kind: "code", code: 10000 }, times: 1 },
        { kind: "crash", crash: { line: "deliver", at: 6, when: "before", how: "killed" } },
        { kind: "speak", target: "group", text: "在吗", repeated: false },
        { kind: "post", route: "digest", level: "success", count: 4, alike: false },
      ],
    },
  ],
  [
    "pages told in a DM that the relay opened",
    { preset: "2026", steps: [{ kind: "post", route: "dm", level: "info", count: 155, alike: false }] },
  ],
  [
    "an audit that ends before its answer comes",
    {
      preset: "published",
      steps: [
        { kind: "qq", fault: { kind: "audit", ends: "passed", early: true }, times: 1 },
        { kind: "post", route: "channel2", level: "info", count: 4, alike: false },
      ],
    },
  ],
  [
    "a store fault while a digest is settled",
    {
      preset: "published",
      steps: [
        { kind: "crash", crash: { line: "deliver", at: 10, how: "fault", when: "before" } },
        { kind: "speak", target: "group", text: "在吗", repeated: true },
        { kind: "post", route: "paired", level: "critical", count: 8, alike: false },
        { kind: "until", what: "month" },
      ],
    },
  ],
  [
    "two windows of one second, of which the second voids the wait of a refusal in the first",
    {
      preset: "published",
      begins: 0,
      steps: [
        { kind: "qq", fault: { kind: "status", status: 429 }, times: 1 },
        { kind: "post", route: "quiet", level: "info", count: 4, alike: false },
        { kind: "change", target: "group", to: "allowed", late: 0 },
        { kind: "speak", target: "group", text: "摘要", repeated: false },
        { kind: "post", route: "all", level: "info", count: 1, alike: false },
      ],
    },
  ],
  [
    "two digests, and more to count than a message has room for",
    { preset: "2026", steps: [{ kind: "post", route: "paired", level: "warning", count: 293, alike: false }] },
  ],
];

it.each(found)("%s", async (_, program) =>
  expect(await runProgram({ begins: 34, chance: 0, limits: "told", ...program }, new Map())).toEqual([]),
);

describe("whatever comes: webhooks, refusals, lost answers, crashes, people, midnight", () => {
  it(`nothing accepted is lost, nothing told twice, no limit exceeded (PROMISES_SEED=${seed})`, async () => {
    const coverage: Coverage = new Map();
    await checkPromises({ seed, runs, coverage });
    const kinds = new Set([...coverage.keys()].map((name) => name.split(":", 1)[0]));
    expect([...kinds]).toEqual(expect.arrayContaining(["step", "send", "code", "crash"]));
  }, 120_000);
});
