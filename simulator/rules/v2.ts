import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { unreachable } from "../unreachable.ts";
import { findArkFault } from "./ark.ts";
import { findKeyboardFault } from "./keyboard.ts";
import { findMarkdownFault } from "./markdown.ts";
import { isBlank, isGiven, type Send } from "./send.ts";

/** The field that each msg_type is about. 1, 4 and 5 were withdrawn. */
const fieldOf = { 0: "content", 2: "markdown", 3: "ark", 6: "input_notify", 7: "media" } as const;

const isType = (type: number): type is keyof typeof fieldOf => type in fieldOf;

/** c2c and group: msg_type says what the message is; absent it is text, or media where there is some (clients do so). */
export function findV2Fault({ target, fields, anchor }: Send, settings: Settings): Refusal | undefined {
  const type = fields.msg_type ?? (isGiven(fields.media) ? 7 : 0);
  if (!isType(type) || (type === 6 && target.scene === "group")) return refuse(340069);
  const others = (["markdown", "ark", "media", "embed"] as const).filter((field) => field !== fieldOf[type]);
  const stray = others.find((field) => isGiven(fields[field]));
  if (stray) return refuse(22006, `msg_type ${type} with ${stray}`);
  if (type !== 2 && isGiven(fields.keyboard)) return refuse(22006, "a keyboard goes with markdown only");

  switch (type) {
    case 0:
      return isBlank(fields.content) ? refuse(304061, "content is empty") : undefined;
    case 2:
      if (!fields.markdown) return refuse(22006, "markdown is missing");
      if (settings.content === "strict-new" && fields.content) return refuse(22006, "content must be empty");
      return (
        findMarkdownFault(fields.markdown, target.scene, settings) ??
        (fields.keyboard && isGiven(fields.keyboard)
          ? findKeyboardFault(fields.keyboard, target.scene, settings)
          : undefined)
      );
    case 3:
      if (!fields.ark) return refuse(22006, "ark is missing");
      return findFillerFault(fields.content, settings) ?? findArkFault(fields.ark, target.scene, settings);
    case 6: {
      const { input_type: input, input_second: seconds } = fields.input_notify ?? {};
      if (anchor?.kind !== "msg") return refuse(12002, "input_notify needs msg_id");
      const fits = input === 1 && typeof seconds === "number" && seconds >= 1 && seconds <= 60;
      return fits ? undefined : refuse(50059);
    }
    case 7:
      if (typeof fields.media?.["file_info"] !== "string") return refuse(22006, "media.file_info is missing");
      return findFillerFault(fields.content, settings);
    default:
      return unreachable(type);
  }
}

/** The pages of 2025 want something in `content` beside an ark or media. */
const findFillerFault = (content: string | null | undefined, settings: Settings): Refusal | undefined =>
  settings.content === "strict-old" && !content ? refuse(304061, "content needs a filler") : undefined;
