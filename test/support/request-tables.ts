import * as z from "zod";
import { type SceneName, scenes } from "../../lib/model/scene.ts";

/** QQ's request tables for the four send calls, written down once more: what is not in them would be refused, or ignored. */

const Words = z.string().regex(/\S/);
const Page = z.string().regex(/^https?:\/\/[!-~]+$/);
const Filler = z.literal(" ").optional();

/** Of all that keys a value is told by, each key once. */
const isOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const Param = z.strictObject({
  key: z.string().min(1),
  values: z.tuple([z.string().regex(/^[^\r\n*_~`#>[\]]+$/)]),
});
const Markdown = z.union([
  z.strictObject({ content: Words }),
  z.strictObject({ custom_template_id: z.string().min(1), params: z.array(Param) }),
]);

const Jump = z.strictObject({ type: z.literal(0), data: Page });
const Callback = z.strictObject({ type: z.literal(1), data: Words });
const pressed = { permission: z.strictObject({ type: z.literal(2) }), unsupport_tips: Words };
const Label = Words.refine((label) => Array.from(label).length <= 10);
const Button = z.strictObject({
  id: z.string().min(1),
  render_data: z.strictObject({ label: Label, visited_label: Label, style: z.literal([0, 1]) }),
  action: z.union([Jump.extend(pressed), Callback.extend(pressed)]),
});
const Rows = z
  .array(z.strictObject({ buttons: z.array(Button).min(1).max(5) }))
  .min(1)
  .max(5)
  .refine((rows) => isOnce(rows.flatMap(({ buttons }) => buttons.map(({ id }) => id))));
const Keyboard = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ content: z.strictObject({ rows: Rows }) }),
]);

const arkKeys: Readonly<Record<number, readonly string[]>> = {
  23: ["#DESC#", "#PROMPT#", "#LIST#"],
  24: ["#DESC#", "#PROMPT#", "#TITLE#", "#METADESC#", "#IMG#", "#LINK#", "#SUBTITLE#"],
  37: ["#PROMPT#", "#METATITLE#", "#METASUBTITLE#", "#METACOVER#", "#METAURL#"],
};
const Cell = z.strictObject({ key: z.string().min(1), value: z.string().min(1) });
const Row = z.strictObject({ obj_kv: z.array(Cell).min(1) });
const Ark = z
  .strictObject({
    template_id: z.int(),
    kv: z.array(z.union([Cell, z.strictObject({ key: z.string().min(1), obj: z.array(Row).min(1) })])).min(1),
  })
  .refine(({ template_id: template, kv }) => {
    const keys = arkKeys[template];
    return keys === undefined || kv.map(({ key }) => key).join() === keys.join();
  })
  .refine(({ template_id: template, kv }) => {
    const rows = kv.flatMap((pair) => ("obj" in pair ? pair.obj : []));
    const cells = rows.map(({ obj_kv: row }) => row.map(({ key }) => key).join());
    return template !== 23 || cells.every((keys) => keys === "desc" || keys === "desc,link");
  });

const Embed = z.strictObject({
  title: Words,
  prompt: Words,
  thumbnail: z.strictObject({ url: Page }).optional(),
  fields: z.array(z.strictObject({ name: Words })).min(1),
});

const id = z.string().min(1).optional();
const oneAnchor = ({
  msg_id,
  event_id,
}: {
  readonly msg_id?: string | undefined;
  readonly event_id?: string | undefined;
}) => msg_id === undefined || event_id === undefined;

const v2Reply = { msg_id: id, event_id: id, msg_seq: z.int().min(1).max(65_535).optional() };
const V2 = z
  .discriminatedUnion("msg_type", [
    z.strictObject({ msg_type: z.literal(0), content: Words, ...v2Reply }),
    z.strictObject({
      msg_type: z.literal(2),
      content: Filler,
      markdown: Markdown,
      keyboard: Keyboard.optional(),
      ...v2Reply,
    }),
    z.strictObject({ msg_type: z.literal(3), content: Filler, ark: Ark, ...v2Reply }),
    z.strictObject({
      msg_type: z.literal(7),
      content: Words,
      media: z.strictObject({ file_info: z.string().min(1) }),
      ...v2Reply,
    }),
  ])
  .refine(oneAnchor)
  .refine(({ msg_id, event_id, msg_seq }) => ((msg_id ?? event_id) !== undefined) === (msg_seq !== undefined));

const guildReply = { msg_id: id, event_id: id };
const Guild = z
  .union([
    z.strictObject({
      content: z.string().regex(/^(?=[^]*\S)(?:[^<>]|<qqbot-at-user id="[\w-]+" \/>)*$/),
      image: Page.optional(),
      ...guildReply,
    }),
    z.strictObject({ content: Filler, markdown: Markdown, keyboard: Keyboard.optional(), ...guildReply }),
    z.strictObject({ content: Filler, ark: Ark, ...guildReply }),
    z.strictObject({ content: Filler, embed: Embed, ...guildReply }),
  ])
  .refine(oneAnchor);

/** Why QQ would refuse a body by its own tables; undefined when it would not. */
export function findTableFault(scene: SceneName, body: unknown): string | undefined {
  const read = (scenes[scene].wire === "v2" ? V2 : Guild).safeParse(body);
  return read.success ? undefined : JSON.stringify(read.error.issues);
}

/**
 * Fields of the tables that bodies have. Not among them: `is_wakeup` (a permit of its own), `input_notify` (a typing
 * notice uses up a reply), `timestamp` (marked for removal in QQ's Go SDK), `embed` and `image` in c2c and group (not
 * taken there), `message_reference` (nothing is quoted), `file_image` (a part beside the JSON fields).
 */
export const fieldsSent = {
  v2: "msg_type content markdown keyboard ark media msg_id event_id msg_seq".split(" "),
  guild: "content embed ark image markdown keyboard msg_id event_id".split(" "),
} as const;
