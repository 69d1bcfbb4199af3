import { expect, test } from "vitest";
import type { Basis } from "../../../lib/model/in-force.ts";
import { tellBasis } from "../../../lib/render/words/basis-words.ts";
import { noon } from "../../support/build.ts";

const december = Date.parse("2026-12-01T00:00:00+08:00");
const lastYear = Date.parse("2025-11-20T23:30:00+08:00");

test.each<[Basis, string, string]>([
  [{ preset: "2026", why: "set" }, "按设置里的 2026 算限额", "Limits: 2026, as set"],
  [
    { preset: "published", why: "alike" },
    "按旧规则算限额，2026 年的在这里一样",
    "Limits: the older rules, here the same as those of 2026",
  ],
  [
    { preset: "published", why: "unknown" },
    "按旧规则算限额，用完时试发一条，看 QQ 收不收",
    "Limits: the older rules; when they are used up, one message finds out whether QQ takes more",
  ],
  [
    { preset: "published", why: "refused", until: december },
    "按旧规则算限额：QQ 不收更多，12月1日 00:00 前不再试",
    "Limits: the older rules; QQ takes no more, not tried again before 00:00 on Dec 1",
  ],
  [
    { preset: "2026", why: "shown", since: noon },
    "按 2026 年的规则算限额：11月21日起 QQ 是这样收的",
    "Limits: the rules of 2026, by which QQ has taken messages since Nov 21",
  ],
  [
    { preset: "2026", why: "shown", since: lastYear },
    "按 2026 年的规则算限额：2025年11月20日起 QQ 是这样收的",
    "Limits: the rules of 2026, by which QQ has taken messages since Nov 20, 2025",
  ],
])("%j", (basis, zh, en) => {
  expect(tellBasis(basis, "zh", "Asia/Shanghai", noon)).toBe(zh);
  expect(tellBasis(basis, "en", "Asia/Shanghai", noon)).toBe(en);
});
