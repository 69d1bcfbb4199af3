import { expect, test } from "vitest";
import { languages } from "../../../lib/model/language.ts";
import type { Message } from "../../../lib/model/message.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import { isWithin } from "../../../lib/render/style/size.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { contentOf } from "../../support/content-of.ts";
import { digests } from "../../support/digests.ts";
import { styleOf } from "../../support/styles.ts";

const extensionOf = ({ form }: Message): string => (form === "markdown" ? "md" : "txt");

/** An ark as its rows and values, a line each, with what they lead to; a card as its title and fields. */
function linesOf(message: Message): string {
  if (message.form === "embed") return [message.title, ...message.fields.map((field) => `| ${field}`)].join("\n");
  if (message.form !== "ark") return contentOf(message);
  return message.kv
    .flatMap((pair) =>
      "value" in pair
        ? [`${pair.key} ${pair.value}`]
        : pair.obj.map(({ obj_kv: row }) => `| ${row.map(({ value }) => value).join("  → ")}`),
    )
    .join("\n");
}

type Case = readonly [name: string, appearance: string, style: Style];

const everywhere: readonly Case[] = Object.keys(digests("zh")).flatMap((name) =>
  languages.flatMap((language): readonly Case[] => [
    [name, `text.${language}`, styleOf("text", { language })],
    [name, `markdown.${language}`, styleOf("markdown", { language })],
    [name, `ark-23.${language}`, styleOf("ark", { language, ark: 23 })],
  ]),
);

/** Looks that make a difference to some. */
const others: readonly Case[] = [
  ["thirty-mixed", "text.guild.zh", styleOf("text", { wire: "guild" })],
  ["hostile", "text.guild.zh", styleOf("text", { wire: "guild" })],
  ...["one-critical", "answer-and-digest"].flatMap((name): readonly Case[] => [
    [name, "ark-24.zh", styleOf("ark", { ark: 24 })],
    [name, "ark-37.zh", styleOf("ark", { ark: 37 })],
    [name, "embed.zh", styleOf("embed", { wire: "guild" })],
  ]),
  ...(["strip", "defang"] as const).flatMap((links): readonly Case[] => [
    ["one-critical", `text.${links}.zh`, styleOf("text", { links })],
    ["one-critical", `markdown.${links}.zh`, styleOf("markdown", { links })],
  ]),
  ["thirty-mixed", "text.650.zh", styleOf("text", { limit: { characters: 650, bytes: 1750 } })],
  ["thirty-mixed", "text.325.zh", styleOf("text", { limit: { characters: 325, bytes: 875 } })],
];

test.each([...everywhere, ...others])("%s as %s", async (name, appearance, style) => {
  const { message, leftOut } = renderSend(digests(style.language)[name] ?? { notices: [] }, style);
  expect(isWithin(message, style.limit)).toBe(true);
  const places = leftOut.length > 0 ? `\n\n(left out: ${leftOut.join(" ")})` : "";
  const file = `../../golden/render/digest/${name}/${appearance}.${extensionOf(message)}`;
  await expect(`${linesOf(message)}${places}\n`).toMatchFileSnapshot(file);
});

test.each(["markdown", "ark"] as const)("%s is the same on both wires", (form) => {
  for (const content of Object.values(digests("zh")))
    expect(renderSend(content, styleOf(form, { wire: "guild" }))).toEqual(renderSend(content, styleOf(form)));
});
