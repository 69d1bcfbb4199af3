import { nameToEmoji } from "gemoji";

/** GitHub's names of emoji (`:tada:`) as what they name; others are left as they are. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]{1,64}):/g, (whole, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? whole) : whole,
  );
