import * as fc from "fast-check";
import { arkTemplates, forms } from "../../lib/model/form.ts";
import { languages } from "../../lib/model/language.ts";
import { levelRank, levels } from "../../lib/model/level.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { linkPolicies } from "../../lib/model/settings.ts";
import type { Style } from "../../lib/render/style/style.ts";
import { hostileText } from "./hostile-text.ts";

const link = fc.oneof(
  fc.constant("https://github.com/acme/web/pull/7?a=1&b=2#c"),
  hostileText(12).map((path) => `https://evil.example/${path}`),
  fc.nat(3_000).map((length) => `http://long.example/${"a".repeat(length)}`),
  hostileText(6),
);

const tally: fc.Arbitrary<NonNullable<Notice["tally"]>> = fc.record(
  {
    where: fc.constantFrom("octo/app", "<emoji", "<@1> @all", "https://a.example/", "x".repeat(200)),
    what: fc.constantFrom("次推送", "pushes", "`rm` <#9> ".repeat(60)),
    who: hostileText(3).filter((text) => text !== ""),
  },
  { requiredKeys: ["where", "what"] },
);

export const anyNotice: fc.Arbitrary<Notice> = fc.record(
  {
    source: fc.constant("generic"),
    event: hostileText(3),
    level: fc.constantFrom(...levels),
    title: hostileText(20),
    lines: fc.array(hostileText(20), { maxLength: 60 }),
    at: fc.constant("2026-11-20T08:30:00Z"),
    link,
    image: link,
    times: fc.integer({ min: 1, max: 99 }),
    resolved: fc.constant(true as const),
    tally,
  },
  { requiredKeys: ["source", "event", "level", "title", "lines", "at"] },
);

/** Notices of one kind, each with words of its own, by up to three people if that is told. */
const crowd: fc.Arbitrary<readonly Notice[]> = fc
  .tuple(
    tally,
    fc.constantFrom("info" as const, "success" as const, "warning" as const),
    fc.array(hostileText(4), { minLength: 3, maxLength: 8 }),
    fc.array(hostileText(2), { maxLength: 3 }),
  )
  .map(([{ where, what }, level, titles, people]) =>
    titles.map((title, index) => {
      const who = people[index % people.length] ?? "";
      const tally = { where, what, ...(who !== "" && { who }) };
      return { source: "github", event: "push", level, title, lines: [], at: "2026-11-20T08:30:00Z", tally };
    }),
  );

/** Several notices, severest first, in half of all cases with many of a kind among them. */
export const anyNotices = (maxLength: number): fc.Arbitrary<readonly Notice[]> =>
  fc
    .tuple(fc.array(anyNotice, { minLength: 1, maxLength }), fc.oneof(fc.constant([]), crowd))
    .map((lists) => lists.flat().toSorted((a, b) => levelRank(b.level) - levelRank(a.level)));

/** Every look a message can have, down to limits that were halved twice after QQ called it too long. */
export const anyStyle: fc.Arbitrary<Style> = fc.record({
  form: fc.constantFrom(...forms),
  ark: fc.constantFrom(...arkTemplates),
  wire: fc.constantFrom("v2" as const, "guild" as const),
  language: fc.constantFrom(...languages),
  links: fc.constantFrom(...linkPolicies),
  limit: fc.record({ characters: fc.integer({ min: 325, max: 1300 }), bytes: fc.integer({ min: 437, max: 3500 }) }),
});
