import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Message } from "../../lib/model/message.ts";
import { render } from "../support/render.ts";
import type { Style } from "../../lib/render/style/style.ts";
import { contentOf } from "../support/content-of.ts";
import { notices } from "../support/notices.ts";
import { styleOf } from "../support/styles.ts";

const extension = (message: Message): string => ({ text: "txt", markdown: "md" })[message.form as string] ?? "json";

const shown = (message: Message): string =>
  extension(message) === "json" ? `${JSON.stringify(message, undefined, 2)}\n` : `${contentOf(message)}\n`;

const fileOf = (name: string, message: Message): string => `../golden/render/${name}.${extension(message)}`;

const appearances: readonly (readonly [string, Style])[] = languages.flatMap((language) => [
  [`text.v2.${language}`, styleOf("text", { language })] as const,
  [`text.guild.${language}`, styleOf("text", { language, wire: "guild" })] as const,
  [`markdown.${language}`, styleOf("markdown", { language })] as const,
  [`ark-23.${language}`, styleOf("ark", { language, ark: 23 })] as const,
]);

const cards = [
  ["ark-24.zh", styleOf("ark", { ark: 24 })],
  ["ark-37.zh", styleOf("ark", { ark: 37 })],
  ["embed.zh", styleOf("embed", { wire: "guild" })],
] as const;

for (const [name, notice] of Object.entries(notices)) {
  test.each([...appearances, ...cards])(`${name} as %s`, async (appearance, style) => {
    const message = render([notice], style);
    await expect(shown(message)).toMatchFileSnapshot(fileOf(`${name}/${appearance}`, message));
  });
}

const policies = (["strip", "defang"] as const).flatMap((links) =>
  (["text", "markdown", "ark"] as const).map((form) => [links, form] as const),
);

test.each(policies)("links: %s in %s", async (links, form) => {
  for (const name of ["push", "release", "hostile"] as const) {
    const message = render([notices[name]], styleOf(form, { links }));
    await expect(shown(message)).toMatchFileSnapshot(fileOf(`links-${links}/${name}`, message));
  }
});

test.each(["markdown", "ark"] as const)("%s is the same on both wires", (form) => {
  for (const notice of Object.values(notices))
    expect(render([notice], styleOf(form, { wire: "guild" }))).toEqual(render([notice], styleOf(form)));
});
