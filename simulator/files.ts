import { randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { answerRefusal, type Answer } from "./answer.ts";
import { keepPicture, type Pictures } from "./live/pictures.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { SceneName, Target } from "./scene.ts";
import { endUpload, type Uploads } from "./uploads.ts";

/** By `file_info`: usable in one scene only, until it ends. */
export type Files = Map<
  string,
  {
    readonly scene: SceneName;
    readonly endsAt: number;
    /** Where the page finds the picture: its address, or here where it came as bytes. */
    readonly shownAt?: string | undefined;
  }
>;

const Upload = z.object({
  file_type: z.int().nullish(),
  url: z.string().nullish(),
  file_data: z.string().nullish(),
  srv_send_msg: z.boolean().nullish(),
  upload_id: z.string().nullish(),
});

export type Uploaded = {
  readonly kind: "uploaded";
  /** QQ's answer. */
  readonly file: {
    readonly file_uuid: string;
    readonly file_info: string;
    readonly ttl: number;
    readonly raw_url?: string;
  };
  /** Whether to send it at once. */
  readonly send: boolean;
};

type Shelves = { readonly files: Files; readonly uploads: Uploads; readonly pictures: Pictures };

/** Takes a file by URL (which is not fetched), as base64, or as the upload that it came by in parts. */
export function upload(
  shelves: Shelves,
  target: Target,
  body: unknown,
  seconds: number,
  now: number,
): Uploaded | Answer {
  const { files, uploads } = shelves;
  const read = Upload.safeParse(body);
  if (!read.success) return answerRefusal(refuse(12002, read.error.issues[0]?.path.join(".")), target.scene);
  const { file_type: type, url, file_data: data, upload_id: id, srv_send_msg: send } = read.data;
  if (id) {
    const whole = endUpload(uploads, target, id);
    if (whole.kind === "refusal") return answerRefusal(whole, target.scene);
    return { kind: "uploaded", file: { ...keep(files, target, seconds, now), ...whole.told }, send: send === true };
  }
  if (!type) return answerRefusal(refuse(12002, "file_type"), target.scene);
  if (type < 1 || type > 4) return answerRefusal(refuse(850019), target.scene);
  if (!(url ? /^https?:\/\//.test(url) : data && /^[A-Za-z0-9+/]+=*$/.test(data)))
    return answerRefusal(refuse(12002, "give an http(s) url or base64 file_data"), target.scene);
  const file = keep(files, target, seconds, now);
  const shownAt = url || keepPicture(shelves.pictures, file.file_uuid, data ?? "");
  files.set(file.file_info, { scene: target.scene, endsAt: now + seconds * 1_000, shownAt });
  return { kind: "uploaded", file, send: send === true };
}

function keep(files: Files, { scene }: Target, seconds: number, now: number): Uploaded["file"] {
  const info = randomBytes(24).toString("base64");
  files.set(info, { scene, endsAt: now + seconds * 1_000 });
  return { file_uuid: randomUUID(), file_info: info, ttl: seconds };
}

/** A `file_info` of another scene, or an old one, is as good as none. */
export function findFileFault(files: Files, scene: SceneName, info: unknown, now: number): Refusal | undefined {
  const file = typeof info === "string" ? files.get(info) : undefined;
  return file?.scene === scene && file.endsAt > now ? undefined : refuse(304080);
}
