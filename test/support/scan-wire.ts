/**
 * Judges bodies as they go to QQ, sharing nothing with the relay: it reads each string as QQ, a Markdown reader or a
 * careless client might, and looks for what mentions someone or is one of QQ's inline forms.
 */

type Found = { readonly path: string; readonly text: string };

const forms = ["<@", "<#", "<emoji:", "<qqbot-", "@everyone", "@全体成员"];

/** Every string of a JSON value, with where it stands. */
export function stringsOf(value: unknown, path: string): readonly Found[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => stringsOf(item, `${path}.${key}`));
}

/** A text as it came and as readers may make it plainer. */
function readings(text: string, isMarkdown: boolean): readonly string[] {
  const plain = isMarkdown ? text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1") : text;
  let unescaped = plain;
  for (let before = ""; before !== unescaped;) {
    before = unescaped;
    for (const [entity, sign] of [
      ["&lt;", "<"],
      ["&#60;", "<"],
      ["&#x3c;", "<"],
      ["&gt;", ">"],
      ["&amp;", "&"],
    ] as const)
      unescaped = unescaped.replaceAll(entity, sign);
  }
  const seen = unescaped.replaceAll(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, "");
  return [plain, unescaped, seen].map((reading) => reading.toLowerCase());
}

function mentionIn(reading: string): string | undefined {
  const form = forms.find((each) => reading.includes(each));
  if (form !== undefined) return form;
  for (let at = reading.indexOf("@all"); at >= 0; at = reading.indexOf("@all", at + 1)) {
    const next = reading.charAt(at + 4);
    if (next === "" || !/[a-z0-9]/.test(next)) return "@all";
  }
  return undefined;
}

/** What of a body mentions someone whom the route did not name: where, and how. */
export function mentionsOnWire(body: unknown, mayMention: readonly string[]): readonly string[] {
  return stringsOf(body, "").flatMap(({ path, text }) => {
    const own = mayMention.reduce((rest, id) => rest.replaceAll(`<qqbot-at-user id="${id}" />`, " "), text);
    const found = readings(own, path.startsWith(".markdown."))
      .map(mentionIn)
      .find((each) => each !== undefined);
    return found === undefined ? [] : [`${path}: ${found} in ${JSON.stringify(text.slice(0, 200))}`];
  });
}
