import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../lib/model/outcome.ts";
import { nextMediaStep } from "../../../lib/policy/outcome/media-ladder.ts";
import { codes } from "../../../lib/qq/codes.ts";
import type { Meaning } from "../../../lib/qq/codes/meaning.ts";

type Refused = Extract<Outcome, { kind: "refused" }>;
type Given = Parameters<typeof nextMediaStep>[1];

/** A refusal as the table of codes reads it. */
function refused(code: number): Refused {
  const meaning: Meaning | undefined = codes[code];
  if (!meaning || meaning.as === "duplicate" || meaning.as === "in-audit" || meaning.as === "unsure")
    throw new Error(`${code} is no refusal`);
  return { kind: "refused", ...meaning, answer: { status: 400, code } };
}

/** A ladder as text: what went out, what QQ said, what comes next. */
function climb(given: Given, said: readonly number[], random = 0.5): string {
  const step = nextMediaStep(said.map(refused), given, random);
  return step?.kind === "again" ? `again after ${step.wait}` : (step?.kind ?? "not about the picture");
}

describe("c2c and group", () => {
  it.each<[readonly number[], string]>([
    [[304082], "again after 1000"],
    [[304083], "again after 1000"],
    [[40034004], "again after 1000"],
    [[304082, 304082], "prepare-anew"],
    [[304082, 304083], "prepare-anew"],
    [[304083, 304080], "prepare-anew"],
    [[304082, 304082, 304082], "again after 2000"],
    [[304082, 304082, 304080], "again after 2000"],
    [[304082, 304082, 304082, 304082], "without-media"],
    [[304080], "prepare-anew"],
    [[304080, 304082], "again after 2000"],
    [[304080, 304080], "again after 2000"],
    [[304080, 304082, 304083], "without-media"],
    [[304082, 304082, 304082, 304082, 304082], "without-media"],
  ])("%j: %s", (said, step) => expect(climb("file-info", said)).toBe(step));
});

describe("channel and dm", () => {
  it.each<[Given, readonly number[], string]>([
    ["url", [304010], "again after 1000"],
    ["url", [304017], "again after 1000"],
    ["url", [304021], "again after 1000"],
    ["url", [304010, 304010], "prepare-anew"],
    ["url", [304017, 304021], "prepare-anew"],
    ["url", [304021, 304017], "without-media"],
    ["url", [304010, 304010, 304010], "without-media"],
    ["bytes", [304010, 304010, 304017], "without-media"],
    ["bytes", [304017], "again after 1000"],
    ["bytes", [304017, 304017], "without-media"],
    ["bytes", [304021, 304021], "without-media"],
    ["url", [304082], "again after 1000"],
    ["url", [304082, 304082], "again after 2000"],
    ["bytes", [304082, 304082, 304083], "again after 2000"],
    ["url", [304082, 304083, 304082, 304083], "without-media"],
  ])("%s, %j: %s", (given, said, step) => expect(climb(given, said)).toBe(step));
});

describe("a refusal that is about the picture itself", () => {
  it.each([304020, 850019, 850031, 10000, 40093002])("%i: without it, at once", (code) => {
    for (const given of ["file-info", "url", "bytes"] as const) expect(climb(given, [code])).toBe("without-media");
  });

  it("also in the middle of the ladder", () => expect(climb("url", [304010, 304020])).toBe("without-media"));
});

describe("a refusal that is about something else", () => {
  it.each([40054010, 40054007, 22006, 50055001, 40034005, 22009, 40034102])("%i: not the ladder's", (code) =>
    expect(climb("file-info", [code])).toBe("not about the picture"),
  );

  it("none at all", () => expect(climb("file-info", [])).toBe("not about the picture"));

  it("in between does not count", () => {
    expect(climb("file-info", [304082, 40054010, 304082])).toBe("prepare-anew");
    expect(climb("file-info", [40054010, 304080])).toBe("prepare-anew");
    expect(climb("file-info", [304082, 40054010])).toBe("not about the picture");
  });
});

describe("every code of the media class", () => {
  const media = Object.keys(codes)
    .map(Number)
    .filter((code) => codes[code]?.as === "media");

  it("is known: 304082 and 304083 among them", () => expect(media).toEqual(expect.arrayContaining([304082, 304083])));

  it.each(media)("%i comes to an end without the picture, after at least one more try", (code) => {
    for (const given of ["file-info", "url", "bytes"] as const) {
      expect(climb(given, [code])).not.toBe("without-media");
      expect(
        climb(
          given,
          Array.from({ length: 4 }, () => code),
        ),
      ).toBe("without-media");
    }
  });
});

it("spreads its waits about the second", () => {
  expect([0, 0.5, 1].map((random) => climb("url", [304010], random))).toEqual([
    "again after 750",
    "again after 1000",
    "again after 1250",
  ]);
});
