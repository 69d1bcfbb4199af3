import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Message } from "../../lib/model/message.ts";
import { render } from "../../lib/render/index.ts";
import type { Style } from "../../lib/render/style.ts";
import { notices } from "../support/notices.ts";
import { styleOf } from "../support/styles.ts";

const extension = { text: "txt", markdown: "md", ark: "json" } as const;

const shown = (message: Message): string =>
  message.form === "ark" ? `${JSON.stringify(message, undefined, 2)}\n` : `${message.content}\n`;

const golden = async (name: string, message: Message): Promise<void> =>
  expect(shown(message)).toMatchFileSnapshot(`../golden/render/${name}.${extension[message.form]}`);

const looks: readonly (readonly [string, Style])[] = languages.flatMap((language) => [
  [`text.v2.${language}`, styleOf("text", { language })] as const,
  [`text.guild.${language}`, styleOf("text", { language, wire: "guild" })] as const,
  [`markdown.${language}`, styleOf("markdown", { language })] as const,
  [`ark-23.${language}`, styleOf("ark", { language, ark: 23 })] as const,
]);

const arks = [
  ["ark-24.zh", styleOf("ark", { ark: 24 })],
  ["ark-37.zh", styleOf("ark", { ark: 37 })],
] as const;

for (const [name, notice] of Object.entries(notices)) {
  test.each([...looks, ...arks])(`${name} as %s`, async (look, style) => {
    await golden(`${name}/${look}`, render([notice], style));
  });
}

test.each(["strip", "defang"] as const)("links %s", async (links) => {
  for (const name of ["push", "release", "hostile"] as const)
    for (const form of ["text", "markdown", "ark"] as const)
      await golden(`links-${links}/${name}`, render([notices[name]], styleOf(form, { links })));
});

test.each(["text", "markdown", "ark"] as const)("several notices as %s", async (form) => {
  await golden("several/all", render(Object.values(notices), styleOf(form)));
});

test.each(["markdown", "ark"] as const)("%s is the same on both wires", (form) => {
  for (const notice of Object.values(notices))
    expect(render([notice], styleOf(form, { wire: "guild" }))).toEqual(render([notice], styleOf(form)));
});
