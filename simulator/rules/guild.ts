import * as z from "zod";
import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { findArkFault } from "./ark.ts";
import { findKeyboardFault } from "./keyboard.ts";
import { findMarkdownFault } from "./markdown.ts";
import { isBlank, isGiven, type Send } from "./send.ts";

const Embed = z.looseObject({
  title: z.string().nullish(),
  prompt: z.string().nullish(),
  thumbnail: z.looseObject({ url: z.string() }).nullish(),
  fields: z.array(z.looseObject({ name: z.string() })).nullish(),
});

/** QQ fetches the picture itself. */
const findImageFault = (image: string | null | undefined): Refusal | undefined =>
  isBlank(image) || /^https?:\/\/./.test(image ?? "") ? undefined : refuse(304021);

/** channel and dm: the field that is present says what the message is; markdown stands alone or with a keyboard. */
export function findGuildFault({ target, fields }: Send, settings: Settings): Refusal | undefined {
  const { markdown, keyboard, ark, embed } = fields;
  const others = isGiven(ark) || isGiven(embed) || isGiven(fields.file_image) || !isBlank(fields.image);
  if (!isGiven(markdown)) {
    if (isGiven(keyboard)) return refuse(304040, "a keyboard goes with markdown only");
    if (isBlank(fields.content) && !others) return refuse(50006);
    if (embed && isGiven(embed) && !Embed.safeParse(embed).success) return refuse(12002, "embed");
    return (
      findImageFault(fields.image) ?? (ark && isGiven(ark) ? findArkFault(ark, target.scene, settings) : undefined)
    );
  }
  if (others || !isBlank(fields.content)) return refuse(50037);
  return (
    findMarkdownFault(markdown ?? {}, target.scene, settings) ??
    (keyboard && isGiven(keyboard) ? findKeyboardFault(keyboard, target.scene, settings) : undefined)
  );
}
