import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Message, Picture } from "../../lib/model/message.ts";
import { type SceneName, scenes } from "../../lib/model/scene.ts";
import { wire } from "../../lib/qq/wire.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { sizeOf } from "../../lib/render/style/size.ts";
import { anyAppearance, anyPermit, briefContent, users } from "../support/arbitrary-appearance.ts";
import { hasMention, isClean } from "../support/harmless.ts";
import { findTableFault } from "../support/request-tables.ts";
import { pagesOf, valuesOf } from "../support/values-of.ts";
import { runs } from "../support/runs.ts";

const pictures = (scene: SceneName): readonly Picture[] =>
  scenes[scene].wire === "v2"
    ? [{ kind: "file-info", fileInfo: "info" }]
    : [{ kind: "url", url: "https://a.example/x.png" }, { kind: "bytes" }];

const withPictures = (message: Message, scene: SceneName): readonly Message[] =>
  message.form === "text"
    ? [message, ...pictures(scene).map((media) => ({ form: "media", content: message.content, media }) as const)]
    : [message];

const ownMention = new RegExp(`<qqbot-at-user id="(?:${users.join("|")})" />`, "g");

/** Signs that mean something to QQ, broken pairs, long runs, any Unicode: see `hostile-text.ts`. */
test("whatever is told, however, to whomever: within the limit, well-formed, no mention, and a body that QQ's tables allow", () => {
  const forms = new Set<string>();
  fc.assert(
    fc.property(briefContent, anyAppearance, anyPermit, fc.boolean(), (content, { scene, style }, permit, flip) => {
      const { message } = renderSend(content, style);
      const { characters, bytes } = sizeOf(message);
      expect(characters).toBeLessThanOrEqual(style.limit.characters);
      expect(bytes).toBeLessThanOrEqual(style.limit.bytes);
      for (const value of [...valuesOf(message), ...pagesOf(message)]) {
        expect(isClean(value)).toBe(true);
        expect(hasMention(value.replace(ownMention, ""))).toBe(false);
      }
      for (const shown of withPictures(message, scene)) {
        const body = wire(shown, scene, permit, flip);
        expect(findTableFault(scene, body)).toBeUndefined();
        const json = JSON.stringify(body);
        expect(json.isWellFormed()).toBe(true);
        expect(JSON.parse(Buffer.from(json).toString())).toEqual(body);
        forms.add(`${scenes[scene].wire} ${shown.form}`);
      }
    }),
    { numRuns: runs(2_000) },
  );
  expect([...forms].toSorted()).toEqual([
    "guild ark",
    "guild embed",
    "guild markdown",
    "guild markdown-template",
    "guild media",
    "guild text",
    "v2 ark",
    "v2 embed",
    "v2 markdown",
    "v2 markdown-template",
    "v2 media",
    "v2 text",
  ]);
});
