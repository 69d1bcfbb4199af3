import * as z from "zod";
import type { AnchorRef } from "../windows.ts";
import { refuse, type Refusal } from "../refusal.ts";
import { isV2, type Target } from "../scene.ts";

const Part = z.record(z.string(), z.unknown()).nullish();

const common = {
  content: z.string().nullish(),
  msg_id: z.string().nullish(),
  event_id: z.string().nullish(),
  markdown: Part,
  keyboard: Part,
  ark: Part,
  embed: Part,
  message_reference: z.looseObject({ message_id: z.string() }).nullish(),
};

const V2 = z.object({
  ...common,
  msg_type: z.int().nullish(),
  /** Any number: real clients send random ones far above 65535. */
  msg_seq: z.int().min(0).nullish(),
  media: Part,
  input_notify: Part,
  is_wakeup: z.boolean().nullish(),
});

/** `msg_seq`, `msg_type` and `media` are not of this API; clients that send them are not refused. */
const Guild = z.object({ ...common, image: z.string().nullish(), file_image: Part });

type Fields = z.infer<typeof V2> & z.infer<typeof Guild>;

/** A body whose fields have the right types, with what it hangs on. */
export type Send = {
  readonly kind: "send";
  readonly target: Target;
  readonly fields: Fields;
  readonly anchor?: AnchorRef;
  readonly seq: number;
  readonly wakeup: boolean;
};

/** Reads the body of one of the four send calls; every field may be left out or null, as real clients do. */
export function readSend(target: Target, body: Readonly<Record<string, unknown>>): Send | Refusal {
  const read = (isV2(target.scene) ? V2 : Guild).safeParse(body);
  if (!read.success) return refuse(12002, read.error.issues[0]?.path.join("."));
  const fields: Fields = read.data;
  const { msg_id: message, event_id: event } = fields;
  const wakeup = target.scene === "c2c" && fields.is_wakeup === true;
  if (message && event) return refuse(12002, "msg_id and event_id exclude each other");
  if (wakeup && (message || event)) return refuse(12002, "is_wakeup excludes msg_id and event_id");
  return {
    kind: "send",
    target,
    fields,
    seq: fields.msg_seq ?? 1,
    wakeup,
    ...(message && { anchor: { kind: "msg", id: message } as const }),
    ...(event && { anchor: { kind: "event", id: event } as const }),
  };
}

/** Whether an optional object of the body says anything. */
export const isGiven = (part: object | null | undefined): boolean => Boolean(part && Object.keys(part).length > 0);

export const isBlank = (text: string | null | undefined): boolean => !text || text.trim() === "";
