import { describe, expect, it } from "vitest";
import { presets } from "../../../lib/model/limits.ts";
import { resolveLimits } from "../../../lib/policy/quota/resolve-limits.ts";
import { repliesOnly } from "../../../lib/policy/quota/quota.ts";

const ids = (limits: ReturnType<typeof resolveLimits>["c2c"]) =>
  limits.proactive.map((rule) => `${rule.id} ${rule.max}`);

describe("resolveLimits", () => {
  it("takes a preset by name", () => {
    expect(resolveLimits({ limits: "published", certified: false })).toEqual(presets.published);
  });

  it("keeps the rules of the bot's own certification", () => {
    const bare = resolveLimits({ limits: "2026", certified: false });
    const certified = resolveLimits({ limits: "2026", certified: true });
    expect(ids(bare.c2c)).toEqual(["target-day 1000", "target-minute 20", "bot-second 5", "bot-minute 30"]);
    expect(ids(certified.c2c)).toEqual(["target-day 1000", "target-minute 20", "bot-second-certified 10"]);
  });

  it("overrides a scene's first rule by a number, and any rule by its id", () => {
    const limits = resolveLimits({
      limits: {
        override: {
          group: { proactive: 0, reply: { times: 3 } },
          channel: { proactive: { "target-day": 9, "guild-channels-day": null } },
        },
      },
      certified: false,
    });
    expect(limits.group.reply).toEqual({ minutes: 5, times: 3 });
    expect(repliesOnly(limits.group)).toBe(true);
    expect(repliesOnly(limits.c2c)).toBe(false);
    expect(ids(limits.channel)).toEqual(["target-day 9"]);
    expect(limits.c2c).toEqual(presets.published.c2c);
  });
});
