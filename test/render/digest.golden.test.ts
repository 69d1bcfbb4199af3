import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Message } from "../../lib/model/message.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { isWithin } from "../../lib/render/size.ts";
import type { Style } from "../../lib/render/style.ts";
import { digests } from "../support/digests.ts";
import { styleOf } from "../support/styles.ts";

const extension = { text: "txt", markdown: "md", ark: "txt" } as const;

/** An ark as its rows and values, a line each, with what they lead to. */
const linesOf = (message: Message): string =>
  message.form !== "ark"
    ? message.content
    : message.kv
        .flatMap((pair) =>
          "value" in pair
            ? [`${pair.key} ${pair.value}`]
            : pair.obj.map(({ obj_kv: row }) => `| ${row.map(({ value }) => value).join("  → ")}`),
        )
        .join("\n");

const looks = languages.flatMap((language) => [
  [`text.${language}`, styleOf("text", { language })] as const,
  [`markdown.${language}`, styleOf("markdown", { language })] as const,
  [`ark-23.${language}`, styleOf("ark", { language, ark: 23 })] as const,
]);

async function show(name: string, look: string, style: Style): Promise<void> {
  const content = digests(style.language)[name];
  if (!content) throw new Error(`no digest ${name}`);
  const { message, leftOut } = renderSend(content, style);
  expect(isWithin(message, style.limit)).toBe(true);
  const places = leftOut.length > 0 ? `\n\n(left out: ${leftOut.join(" ")})` : "";
  const file = `../golden/render/digest/${name}/${look}.${extension[message.form]}`;
  await expect(`${linesOf(message)}${places}\n`).toMatchFileSnapshot(file);
}

for (const name of Object.keys(digests("zh")))
  test.each(looks)(`${name} as %s`, (look, style) => show(name, look, style));

test.each(["thirty-mixed", "hostile"])("%s as text in a channel", (name) =>
  show(name, "text.guild.zh", styleOf("text", { wire: "guild" })),
);

test.each(["one-critical", "answer-and-digest"])("%s as a single card", async (name) => {
  await show(name, "ark-24.zh", styleOf("ark", { ark: 24 }));
  await show(name, "ark-37.zh", styleOf("ark", { ark: 37 }));
});

test.each(["strip", "defang"] as const)("links in a digest: %s", async (links) => {
  await show("one-critical", `text.${links}.zh`, styleOf("text", { links }));
  await show("one-critical", `markdown.${links}.zh`, styleOf("markdown", { links }));
});

test.each([650, 325])("thirty notices in %i characters", (characters) =>
  show(
    "thirty-mixed",
    `text.${characters}.zh`,
    styleOf("text", { limit: { characters, bytes: Math.floor(characters * 2.69) } }),
  ),
);
