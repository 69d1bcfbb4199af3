import { ok, type Answer } from "./answer.ts";
import type { Body } from "./body.ts";
import { upload } from "./files.ts";
import { recordAttempt } from "./record.ts";
import type { Target } from "./scene.ts";
import { takeSend } from "./send.ts";
import type { State } from "./state.ts";

/** Takes a file; with `srv_send_msg` it is sent at once, as a proactive message. */
export function takeFile(state: State, target: Target, body: Body, now: number): Answer {
  const uploaded = upload(state, target, body, state.settings.fileSeconds, now);
  if (uploaded.kind !== "uploaded") return uploaded;
  const { file } = uploaded;
  if (!uploaded.send) return ok(file);
  const message = { msg_type: 7, content: " ", media: { file_info: file.file_info } };
  const answer = takeSend(state, target, message, now);
  recordAttempt(state, target, message, answer, now);
  return answer.kind === "json" ? ok({ ...file, id: answer.id }) : answer;
}
