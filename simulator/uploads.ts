import { createHash, randomUUID } from "node:crypto";
import * as z from "zod";
import { answerRefusal, ok, type Answer } from "./answer.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { targetKey, type Target } from "./scene.ts";

type Part = { readonly bytes: number; readonly md5: string };

/** A file that comes in parts: what was put so far, and which parts the bot said were done. */
type UploadInParts = {
  readonly target: Target;
  readonly type: number;
  readonly size: number;
  readonly put: Map<number, Part>;
  readonly done: Set<number>;
};

/** By `upload_id`. */
export type Uploads = Map<string, UploadInParts>;

/** QQ's own size of a part, by its page of 2026. */
const partBytes = 5 * 1024 * 1024;

const maxBytes = 200 * 1024 * 1024;

/** Numbers that some clients send as text. */
const Count = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);
const Md5 = z.string().regex(/^[0-9a-f]{32}$/i);

const Prepare = z.object({
  file_type: z.int().min(1).max(4),
  file_name: z.string(),
  file_size: Count,
  md5: Md5,
  sha1: z.string(),
  md5_10m: Md5,
});

const Finish = z.object({ upload_id: z.string(), part_index: z.int(), block_size: Count, md5: Md5 });

const refused = (target: Target, code: number, detail?: string): Answer =>
  answerRefusal(refuse(code, detail), target.scene);

const partsOf = (size: number): number => Math.ceil(size / partBytes);

/** Names the parts of a file and where each is to be put; `origin` is the simulator's own. */
export function prepareUpload(uploads: Uploads, target: Target, body: unknown, origin: string): Answer {
  const read = Prepare.safeParse(body);
  if (!read.success) return refused(target, 12002, read.error.issues[0]?.path.join("."));
  const { file_type: type, file_size: size } = read.data;
  if (size > maxBytes) return refused(target, 850031);
  const id = randomUUID();
  uploads.set(id, { target, type, size, put: new Map(), done: new Set() });
  const parts = Array.from({ length: partsOf(size) }, (_, at) => ({
    index: at + 1,
    presigned_url: `${origin}/upload-parts/${id}/${at + 1}?sign=simulated`,
  }));
  const config = { concurrency: 1, retry_timeout: 120, retry_delay: 1 };
  return ok({ upload_id: id, block_size: partBytes, parts, upload_config: config });
}

/** Takes the bytes of a part, as the storage behind the address does: without a token. */
export function putPart(uploads: Uploads, id: string, index: string, bytes: Buffer): Answer {
  const upload = uploads.get(id);
  if (!upload || !(Number(index) >= 1 && Number(index) <= partsOf(upload.size))) return { kind: "empty", status: 404 };
  upload.put.set(Number(index), { bytes: bytes.length, md5: createHash("md5").update(bytes).digest("hex") });
  return { kind: "empty", status: 200 };
}

/** Takes the bot's word that a part is there, and looks whether it is. */
export function finishPart(uploads: Uploads, target: Target, body: unknown): Answer {
  const read = Finish.safeParse(body);
  if (!read.success) return refused(target, 12002, read.error.issues[0]?.path.join("."));
  const { upload_id: id, part_index: index, block_size: bytes, md5 } = read.data;
  const upload = findUpload(uploads, target, id);
  const part = upload?.put.get(index);
  if (!upload || part?.bytes !== bytes || part.md5 !== md5.toLowerCase()) return refused(target, 40093001);
  upload.done.add(index);
  return ok({});
}

/** The end of an upload, every part of which is there: what QQ tells of the file besides the usual. */
export function endUpload(
  uploads: Uploads,
  target: Target,
  id: string,
): Refusal | { readonly kind: "whole"; readonly told: { readonly raw_url?: string } } {
  const upload = findUpload(uploads, target, id);
  const bytes = [...(upload?.put.values() ?? [])].reduce((sum, part) => sum + part.bytes, 0);
  if (!upload || upload.done.size < partsOf(upload.size) || bytes !== upload.size)
    return refuse(40093001, "parts are missing");
  return { kind: "whole", told: upload.type < 4 ? { raw_url: `https://multimedia.nt.qq.com.cn/download/${id}` } : {} };
}

function findUpload(uploads: Uploads, target: Target, id: string): UploadInParts | undefined {
  const upload = uploads.get(id);
  return upload && targetKey(upload.target) === targetKey(target) ? upload : undefined;
}
