import * as z from "zod";
import { isV2, type SceneName } from "../scene.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";

const Ids = z.array(z.string().min(1)).min(1);

/** Who may press: listed users (0), admins (1), everybody (2), listed roles (3). */
const Permission = z.union([
  z.looseObject({ type: z.literal([1, 2]) }),
  z.looseObject({ type: z.literal(0), specify_user_ids: Ids }),
  z.looseObject({ type: z.literal(3), specify_role_ids: Ids }),
]);

/** A jump (0) opens a page or a mini-program; a callback (1) and a command (2) have words to carry. */
const carries: Readonly<Record<number, RegExp>> = { 0: /^(?:https?|mqqapi):\/\//, 1: /./s, 2: /./s };

const Button = z.looseObject({
  id: z.string().nullish(),
  render_data: z.looseObject({
    label: z.string().min(1),
    visited_label: z.string().nullish(),
    style: z.int().min(0).max(4).nullish(),
  }),
  action: z
    .looseObject({ type: z.int().min(0).max(2), data: z.string().nullish(), permission: Permission.nullish() })
    .refine(({ type, data }) => carries[type]?.test(data ?? ""), { path: ["data"] }),
});

/** How a Chinese character counts is not documented: here it is one, like any other. */
const maxLabel = 10;

const isLong = (label: string | null | undefined): boolean => Array.from(label ?? "").length > maxLabel;

const Keyboard = z.union([
  z.looseObject({ id: z.string().min(1), content: z.null().optional() }),
  z.looseObject({
    id: z.literal("").nullish(),
    content: z.looseObject({ rows: z.array(z.looseObject({ buttons: z.array(Button).min(1) })).min(1) }),
  }),
]);

/** A template's id or rows of buttons, never both; five rows of five at most, short labels, ids unique. */
export function findKeyboardFault(
  keyboard: Readonly<Record<string, unknown>>,
  scene: SceneName,
  settings: Settings,
): Refusal | undefined {
  const v2 = isV2(scene);
  if (!settings.keyboard) return refuse(v2 ? 304057 : 304037);
  const read = Keyboard.safeParse(keyboard);
  if (!read.success) return refuse(v2 ? 305007 : 304039, `keyboard.${read.error.issues[0]?.path.join(".")}`);
  const rows = read.data.content?.rows ?? [];
  if (rows.length > 5 || rows.some((row) => row.buttons.length > 5)) return refuse(v2 ? 40034029 : 304040);
  const buttons = rows.flatMap((row) => row.buttons);
  if (buttons.some(({ render_data: shown }) => isLong(shown.label) || isLong(shown.visited_label)))
    return refuse(v2 ? 305007 : 304040, `a label has more than ${maxLabel} characters`);
  const ids = buttons.flatMap((button) => button.id ?? []);
  return new Set(ids).size < ids.length ? refuse(v2 ? 305007 : 304040, "button ids repeat") : undefined;
}
