import { emojiNames } from "./emoji-names.ts";

let table: ReadonlyMap<string, string> | undefined;

/** Made on first use, since few texts name any. */
const emoji = (): ReadonlyMap<string, string> =>
  (table ??= new Map(
    emojiNames
      .trim()
      .split(/[\n,]/)
      .flatMap((entry) => {
        const [sign = "", ...names] = entry.split(" ");
        return names.map((name) => [name, sign] as const);
      }),
  ));

/** What stands in times (`12:30:45`) is none of the names, and no reason to make the table. */
const ofTime = /^\d{1,2}$/;

/** GitHub's names of emoji (`:tada:`) as what they name; others are left as they are. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]{1,64}):/g, (whole, name: string) =>
    ofTime.test(name) ? whole : (emoji().get(name) ?? whole),
  );
