import { join } from "node:path";
import { expect, test } from "vitest";
import { day } from "../../../lib/base/time.ts";
import { heldReasons, type Held } from "../../../lib/model/held.ts";
import { languages, type Language } from "../../../lib/model/language.ts";
import { scenes } from "../../../lib/model/scene.ts";
import type { Silence } from "../../../lib/model/silence.ts";
import { unpairedTarget } from "../../../lib/model/unpaired.ts";
import { silenceNotice } from "../../../lib/render/words/silence-notice.ts";
import { sizeLimits } from "../../../lib/render/style/limits.ts";
import { noon } from "../../support/build.ts";
import { render } from "../../support/render.ts";
import { styleOf } from "../../support/styles.ts";

const december = Date.parse("2026-12-01T00:00:00+08:00");
const openid = "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";

const free: Silence = {
  target: { scene: "group", id: openid },
  routes: ["ci", "deploy"],
  notices: 12,
  since: noon - 1.12 * day,
};

const silence = (more: Partial<Silence> = {}): Silence => ({
  ...free,
  held: { reason: "quota", until: december },
  ...more,
});

const silences: Readonly<Record<string, Silence>> = {
  "a group, its quota used up": silence(),
  "nothing holds it": free,
  "not paired": silence({ target: unpairedTarget("group", "ci"), routes: ["ci"], held: { reason: "gone" } }),
  "one notice in a channel": silence({ target: { scene: "channel", id: "10086001" }, routes: ["ci"], notices: 1 }),
  "a private chat": silence({ target: { scene: "c2c", id: "9E27B4D1C0F84A6E93D5721BFA608C3D" } }),
  "a DM session, its id too short to tell any of it": silence({ target: { scene: "dm", id: "7300860" } }),
  "many routes": silence({ routes: Array.from({ length: 14 }, (_, at) => `app-${at + 1}`) }),
};

const noticeOf = (each: Silence, language: Language) =>
  silenceNotice(each, "Xy3k9aQ2", { language, timeZone: "Asia/Shanghai" }, noon);

const show = (each: Silence, language: Language): string => {
  const style = styleOf("text", { language, wire: scenes.group.wire, limit: sizeLimits.group });
  const message = render([noticeOf(each, language)], style);
  return message.form === "text" ? message.content : "";
};

/** What people muted is never warned of. */
const reasons = heldReasons.filter((reason) => reason !== "mute");

/** The two lines of a warning that depend on why. */
const showReason = (held: Held, language: Language): string =>
  noticeOf(silence({ held }), language).lines.slice(1, 3).join("\n");

test.each(languages)("warnings in %s read as they should, 2026-11-21 12:00", async (language) => {
  const text = Object.entries(silences).map(([name, each]) => `# ${name}\n${show(each, language)}\n`);
  const why = reasons.flatMap((reason) => [
    `# ${reason}\n${showReason({ reason, until: december }, language)}\n`,
    `# ${reason}, until an event\n${showReason({ reason }, language)}\n`,
  ]);
  const file = join(import.meta.dirname, "..", "..", "golden", "silence", `${language}.txt`);
  await expect([...text, ...why].join("\n")).toMatchFileSnapshot(file);
});

test.each(languages)("a warning in %s names no whole openid", (language) => {
  const { title, lines, key } = noticeOf(silence(), language);
  expect([title, ...lines, key].join("\n")).not.toContain(openid);
  expect(title).toContain(openid.slice(-4));
});

test("a newer warning of a conversation says all that an older one said, and none of another's", () => {
  expect(noticeOf(silence(), "zh")).toMatchObject({ level: "warning", key: "relay/silence/Xy3k9aQ2", replaces: true });
});
