import * as z from "zod";
import { isV2, type SceneName } from "../scene.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";

const Button = z
  .looseObject({
    id: z.string().nullish(),
    render_data: z.looseObject({ label: z.string().min(1), style: z.int().min(0).max(4).nullish() }),
    action: z.looseObject({ type: z.int().min(0).max(2), data: z.string().nullish() }),
  })
  .refine(({ action }) => action.type === 0 || Boolean(action.data), { path: ["action", "data"] });

const Keyboard = z.union([
  z.looseObject({ id: z.string().min(1), content: z.null().optional() }),
  z.looseObject({
    id: z.literal("").nullish(),
    content: z.looseObject({ rows: z.array(z.looseObject({ buttons: z.array(Button).min(1) })).min(1) }),
  }),
]);

/** A template's id or rows of buttons, never both; five rows of five at most, ids unique. */
export function findKeyboardFault(
  keyboard: Readonly<Record<string, unknown>>,
  scene: SceneName,
  settings: Settings,
): Refusal | undefined {
  const v2 = isV2(scene);
  if (!settings.keyboard) return refuse(v2 ? 304057 : 304037);
  const read = Keyboard.safeParse(keyboard);
  if (!read.success) return refuse(v2 ? 305007 : 304039);
  const rows = read.data.content?.rows ?? [];
  if (rows.length > 5 || rows.some((row) => row.buttons.length > 5)) return refuse(v2 ? 40034029 : 304040);
  const ids = rows.flatMap((row) => row.buttons.flatMap((button) => button.id ?? []));
  return new Set(ids).size < ids.length ? refuse(v2 ? 305007 : 304040, "button ids repeat") : undefined;
}
