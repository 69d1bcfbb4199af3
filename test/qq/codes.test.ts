import { describe, expect, it } from "vitest";
import { accountCodes } from "../../lib/qq/codes/account.ts";
import { otherCallCodes } from "../../lib/qq/codes/other-calls.ts";
import { guildCodes } from "../../lib/qq/codes/guild.ts";
import { v2Codes } from "../../lib/qq/codes/v2.ts";
import { codes, meaningOf, retrySet } from "../../lib/qq/codes.ts";

const families = { v2Codes, guildCodes, accountCodes, otherCallCodes };

/** Every code of the send path by what it asks of us, copied by hand from QQ's tables. */
const byClass = {
  again: [
    304007, 304008, 304009, 304012, 304029, 304033, 304044, 301005, 306003, 306005, 306006, 306010, 1100300, 1100302,
    40054006, 50055001, 50055002, 50055006, 11242, 11252, 11263, 11281, 504002, 504003, 504004, 50001,
    // Lookups beside the send path that QQ asks to repeat.
    11303, 11304, 11305, 11306, 301001, 301002, 301003, 610001, 610002, 610003, 610004, 610005, 610006, 610009, 610011,
    610012, 630004, 630005,
  ],
  media: [304082, 304083, 304080, 40034004, 850026, 850027, 40093001, 304010, 304017, 304021],
  rate: [40034100, 50002, 20028, 304052, 1100100, 1100308, 100001, 610013],
  quota: [22009, 304022, 304035, 304045, 304047, 304049, 304050],
  window: [304103, 40034005, 40034026, 40034031, 40034128, 304027],
  anchor: [40034024, 40034025, 40034027, 50038, 50039, 50045, 50046, 50047, 50048, 304026, 304028],
  denied: [
    304064, 40034102, 40034105, 40054004, 40054013, 304031, 304046, 304048, 1100303, 1100306, 1100307, 11264, 11282,
  ],
  gone: [40034101, 40054003, 304032, 304034, 1100104, 1100301, 10003, 10004, 610007],
  "wakeup-used": [40034122],
  "wakeup-off": [40034123],
  muted: [40054002, 850018],
  config: [
    340067, 40054016, 40023002, 50043, 304006, 1100102, 1100305, 10001, 11251, 11253, 11254, 11255, 11261, 11262, 11265,
    11273, 11274, 11275, 11298, 11301, 11302, 100007, 100016,
  ],
  auth: [11241, 11243, 11244],
  gateway: [304018],
  fix: [
    22006, 304057, 304061, 305007, 340069, 40034008, 40034009, 40034010, 40034011, 40034028, 40034029, 40034090,
    40034106, 40034108, 40034109, 40034124, 40034127, 40054007, 40054010, 40054018, 10000, 850019, 850031, 40093002,
    50006, 50037, 50040, 50041, 50042, 50054, 50055, 50056, 50057, 304003, 304004, 304005, 304011, 304014, 304019,
    304020, 304036, 304037, 304038, 304039, 304040, 1000001, 1100304, 12002,
  ],
  dead: [
    50059, 304062, 40034006, 40007, 50035, 304025, 304030, 304051, 1100101, 1100103, 12001, 301000, 301004, 301007,
    504001, 610008, 610014,
  ],
  duplicate: [40054005],
  "in-audit": [304023, 304024],
  unsure: [304016, 1100499, 12003],
};

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

const codesAs = (as: string): readonly number[] =>
  ascending(
    Object.entries(codes)
      .filter(([, meaning]) => meaning.as === as)
      .map(([code]) => Number(code)),
  );

describe("the table of codes", () => {
  it.each(Object.entries(byClass))("%s", (as, expected) => {
    expect(codesAs(as)).toEqual(ascending(expected));
  });

  it("has no other class", () => {
    expect([...new Set(Object.values(codes).map((meaning) => meaning.as))].sort()).toEqual(Object.keys(byClass).sort());
  });

  it("tells each code once", () => {
    const all = Object.values(families).flatMap((family) => Object.keys(family));
    expect(all).toHaveLength(new Set(all).size);
    expect(all).toHaveLength(Object.keys(codes).length);
  });

  it("says how to repair whatever can be repaired", () => {
    const repairable = Object.entries(codes).filter(([, { as }]) => as === "fix" || as === "media");
    const silent = repairable.filter(([, meaning]) => !("repair" in meaning) || meaning.repair?.length === 0);
    expect(silent).toEqual([]);
  });

  it.each([
    [22006, ["filler", "text"]],
    [304004, ["markdown", "text"]],
    [40034011, ["filler", "text"]],
    [40054010, ["links"]],
    [304003, ["links"]],
    [1000001, ["shorten"]],
    [304082, ["media"]],
    [304019, ["everyone"]],
    [50055006, ["markdown", "text"]],
    [40034029, ["keyboard"]],
  ])("%i is repaired by %j", (code, repair) => {
    expect(codes[code]).toMatchObject({ repair });
  });

  it("repeats once what QQ says to repeat once", () => {
    const once = Object.entries(codes).filter(([, meaning]) => "once" in meaning);
    expect(once.map(([code]) => Number(code))).toEqual([11242, 11252, 11263, 11281]);
  });
});

describe("the retry set", () => {
  it("has 304082 and 304083, which QQ's pages ask to try again", () => {
    expect(retrySet).toContain(304082);
    expect(retrySet).toContain(304083);
  });

  it("is every passing fault, and nothing that asks for a wait", () => {
    expect(ascending([...retrySet])).toEqual(ascending([...byClass.again, ...byClass.media]));
  });
});

describe("a code that is not in the table by number", () => {
  it.each([
    [[301050], "denied"],
    [[301099], "denied"],
    [[301100], undefined],
    [[504321], "rate"],
    [[1000002], "unsure"],
    [[2999999], "unsure"],
    [[3300006], "dead"],
    [[4000000], undefined],
    [[619999], "denied"],
    [[635000], "dead"],
    [[306011], "dead"],
    [[], undefined],
  ])("%j is read by its range: %s", (found, as) => {
    expect(meaningOf(found)?.meaning.as).toBe(as);
  });

  it("gives way to a known err_code beside it, even within a range", () => {
    expect(meaningOf([1500000, 40034102])).toEqual({ code: 40034102, meaning: { as: "denied" } });
    expect(meaningOf([11298, 40023002])?.code).toBe(11298);
  });
});
