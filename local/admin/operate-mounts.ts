import { existsSync } from "node:fs";
import { dirname, isAbsolute } from "node:path";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { SqliteTable } from "../../lib/store/sqlite/table.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { urlOf } from "../doors/url-of.ts";
import { lookInto } from "./look-into.ts";
import { writeWhole } from "./write-whole.ts";
import { readJsonRequest } from "./read-json-request.ts";
import type { Sessions } from "./sessions.ts";
import { isDenied } from "../run/tell-denied.ts";
import { inBoth } from "../../lib/model/said.ts";

/** `POST /_relay/console` makes a one-time code for a browser; `POST /_relay/backup {file}` writes a copy of the table. */
export const operateMounts = (sessions: Sessions, embedded: SqliteTable | undefined): readonly Mount[] => [
  { path: "/_relay/console", exact: true, serve: (...http) => serveCode(sessions, ...http) },
  { path: "/_relay/backup", exact: true, serve: (...http) => serveBackup(embedded, ...http) },
];

function serveCode(sessions: Sessions, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  if (request.method !== "POST")
    return answerJson(response, 405, { error: "method-not-allowed", message: inBoth("send it by POST", "请用 POST") });
  const { localAddress = "127.0.0.1", localPort = 0 } = request.socket;
  answerJson(response, 200, { url: `${urlOf(localAddress, localPort)}/?code=${sessions.createCode()}` });
}

const Backup = z.object({ file: z.string().refine(isAbsolute) });

async function serveBackup(
  embedded: SqliteTable | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = Backup.safeParse(await readJsonRequest(request));
  const refuse = (status: number, error: string, message: string): void =>
    answerJson(response, status, { error, message });
  if (!read.success)
    return refuse(400, "invalid", 'POST {"file":"/an/absolute/path"} with content-type application/json');
  if (!embedded)
    return refuse(
      409,
      "not-embedded",
      "表在 DYNAMODB_ENDPOINT 那里，请用它自己的备份 · the table is at DYNAMODB_ENDPOINT: use that engine's own backup",
    );
  const { file } = read.data;
  if (existsSync(file))
    return refuse(409, "exists", `${file} 已存在，请换个文件名 · ${file} exists already: name another file`);
  const folder = lookInto(dirname(file));
  if (folder === "absent")
    return refuse(404, "no-folder", `没有目录 ${dirname(file)} · there is no folder ${dirname(file)}`);
  if (folder === "closed")
    return refuse(
      403,
      "not-allowed",
      `中继的用户无权进入 ${dirname(file)}，请换个目录，或给它权限 · the relay's user may not enter ${dirname(file)}: name a file in another folder, or let it in`,
    );
  const bytes = await writeWhole(file, (draft) => embedded.backUp(draft)).catch((error: unknown) => {
    if (isDenied(error)) return undefined;
    throw error;
  });
  if (bytes === undefined)
    return refuse(
      403,
      "not-writable",
      `中继的用户无法在目录 ${dirname(file)} 里写文件，请换个目录 · the relay's user cannot write in the folder ${dirname(file)}: name a file in another one`,
    );
  answerJson(response, 200, { file, bytes });
}
