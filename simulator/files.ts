import { randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { answerRefusal, type Answer } from "./answer.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { SceneName, Target } from "./scene.ts";

/** By `file_info`: usable in one scene only, until it ends. */
export type Files = Map<string, { readonly scene: SceneName; readonly endsAt: number }>;

const Upload = z.object({
  file_type: z.int(),
  url: z.string().nullish(),
  file_data: z.string().nullish(),
  srv_send_msg: z.boolean().nullish(),
});

export type Uploaded = {
  readonly kind: "uploaded";
  /** QQ's answer. */
  readonly file: { readonly file_uuid: string; readonly file_info: string; readonly ttl: number };
  /** Whether to send it at once. */
  readonly send: boolean;
};

/** Takes a file by URL (which is not fetched) or as base64. */
export function upload(files: Files, target: Target, body: unknown, seconds: number, now: number): Uploaded | Answer {
  const read = Upload.safeParse(body);
  if (!read.success) return answerRefusal(refuse(12002, read.error.issues[0]?.path.join(".")), target.scene);
  const { file_type: type, url, file_data: data } = read.data;
  if (type < 1 || type > 4) return answerRefusal(refuse(850019), target.scene);
  if (!(url ? /^https?:\/\//.test(url) : data && /^[A-Za-z0-9+/]+=*$/.test(data)))
    return answerRefusal(refuse(12002, "give an http(s) url or base64 file_data"), target.scene);
  const info = randomBytes(24).toString("base64");
  files.set(info, { scene: target.scene, endsAt: now + seconds * 1_000 });
  const file = { file_uuid: randomUUID(), file_info: info, ttl: seconds };
  return { kind: "uploaded", file, send: read.data.srv_send_msg === true };
}

/** A `file_info` of another scene, or an old one, is as good as none. */
export function findFileFault(files: Files, scene: SceneName, info: unknown, now: number): Refusal | undefined {
  const file = typeof info === "string" ? files.get(info) : undefined;
  return file?.scene === scene && file.endsAt > now ? undefined : refuse(304080);
}
