import type { Button, Keyboard } from "../../model/keyboard.ts";
import type { Page } from "../page/page.ts";
import type { Style } from "../style/style.ts";
import { words } from "../words/words.ts";

/** Of a message that tells one thing: below several it would be unclear which one a button opens. */
const soleLink = ({ answer, header, entries: [block] }: Page): string | undefined =>
  answer === undefined && header === undefined ? block?.link : undefined;

/** The link that goes onto a button, and so needs no words in the text. */
export const buttonLink = (page: Page, { buttons }: Style): string | undefined =>
  buttons === true ? soleLink(page) : undefined;

/**
 * Buttons below a page: to what it tells of, and for more: the next page of what it only counts, else whatever is held.
 * Pressing the second one opens a reply window, the cheapest there is. Their data is what `read-interaction.ts` reads.
 */
export function keyboardOf(page: Page, style: Style): Keyboard | undefined {
  const { buttons, language } = style;
  if (buttons !== true) return buttons;
  const { openButton, moreButton, oldClient: tip } = words[language];
  const url = buttonLink(page, style);
  const more: Button = {
    id: "more",
    label: moreButton,
    action: { kind: "callback", data: page.left > 0 ? "more" : "digest" },
    tip,
  };
  if (url === undefined) return { rows: [[more]] };
  return { rows: [[{ id: "open", label: openButton, main: true, action: { kind: "jump", url }, tip }, more]] };
}
