import type { Target } from "../../model/target.ts";
import type { Prepared } from "../../ports.ts";
import { readAnswer } from "../../qq/read-answer.ts";
import { readBody } from "../../qq/read-body.ts";
import { readLost } from "../../qq/read-lost.ts";
import type { Refused } from "../../qq/read-token.ts";
import { type ApiOptions, createApi } from "../api.ts";
import type { Posted } from "../pool.ts";
import { second } from "../../base/time.ts";

/** `expiresAt` in ms of the epoch; without one it holds for long (QQ's `ttl` 0). */
export type Uploaded = { readonly kind: "uploaded"; readonly fileInfo: string; readonly expiresAt: number | undefined };

/** What QQ is given: an address to fetch the picture from, or the picture. */
export type UploadSource = Extract<Prepared, { kind: "url" | "bytes" }>;

/** c2c and group only; `deadline` in ms of the epoch. */
export type Upload = (target: Target, source: UploadSource, deadline: number) => Promise<Uploaded | Refused>;

const folders = { c2c: "users", group: "groups" } as const;

/** `file_type` of a picture. */
const picture = 1;

/**
 * `POST /v2/{users|groups}/{id}/files`, once. `srv_send_msg` stays false: true would send at once, as a proactive message.
 * `file_data` (base64) is in no page of QQ's, but its own plugin and several libraries use it. Nothing is delivered by an
 * upload, so that a lost answer only means: again.
 */
export function createUpload(options: ApiOptions): Upload {
  const api = createApi(options);
  return (target, source, deadline) => {
    if (target.scene !== "c2c" && target.scene !== "group")
      throw new Error(`${target.scene} takes no uploads: send its picture as image or file_image`);
    const startedAt = options.now();
    const file =
      source.kind === "url" ? { url: source.url } : { file_data: Buffer.from(source.bytes).toString("base64") };
    return api<Uploaded>(
      {
        path: `/v2/${folders[target.scene]}/${encodeURIComponent(target.id)}/files`,
        body: { file_type: picture, ...file, srv_send_msg: false },
        minimumMs: 1_000,
        // QQ answers when it has fetched the picture.
        maximumMs: 10_000,
        read: (posted) => readUploaded(posted, startedAt),
      },
      deadline,
    );
  };
}

function readUploaded(posted: Posted, startedAt: number): Uploaded | Refused {
  const outcome = posted.kind === "lost" ? readLost(posted) : readAnswer(posted, "none");
  if (outcome.kind === "refused") return outcome;
  const body = readBody(posted.kind === "lost" ? "" : posted.text);
  const json = body.kind === "json" ? body.json : {};
  const fileInfo = json["file_info"];
  if (outcome.kind === "sent" && typeof fileInfo === "string" && fileInfo !== "")
    return { kind: "uploaded", fileInfo, expiresAt: readExpiry(json["ttl"], startedAt) };
  const message = outcome.answer.message ?? "no file_info in the answer";
  return { kind: "refused", as: "again", answer: { ...outcome.answer, message } };
}

/** `ttl` in seconds. An answer without one promises nothing beyond the send at hand. */
function readExpiry(ttl: unknown, startedAt: number): number | undefined {
  const seconds = typeof ttl === "number" || typeof ttl === "string" ? Number(ttl) : Number.NaN;
  return seconds === 0 ? undefined : startedAt + (seconds > 0 ? seconds * second : 0);
}
