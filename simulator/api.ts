import { setTimeout as wait } from "node:timers/promises";
import { answerRefusal, failed, ok, type Answer } from "./answer.ts";
import { readBody, type Body, type ReadBody } from "./body.ts";
import { findCall, type Call } from "./call.ts";
import { answerFault, takeFault } from "./faults.ts";
import { upload } from "./files.ts";
import { createDm, tellGuildSetting } from "./guilds.ts";
import { acknowledge } from "./interactions.ts";
import { recordAttempt } from "./ledger.ts";
import { recall } from "./recall.ts";
import { refuse } from "./refusal.ts";
import type { SimRequest } from "./request.ts";
import type { SceneName, Target } from "./scene.ts";
import { takeSend } from "./send.ts";
import { botUser } from "./sent.ts";
import type { World } from "./state.ts";
import { findAuthFault, issueToken } from "./token.ts";
import { unreachable } from "./unreachable.ts";

const gateway = "wss://api.bot.qq.com/websocket/";

/** One call of QQ's API: injected faults first, then credentials, then the call itself. Every send is put on record. */
export async function answerApi(world: World, request: SimRequest): Promise<Answer> {
  const call = findCall(request.method, request.path);
  if (call === 404 || call === 405) return failed(call, call === 404 ? "no such API" : "method not allowed");
  const body = await readBody(request);
  const fault = takeFault(world.state.faults, request.path, call.kind === "send");
  if (fault?.delayMs) await wait(fault.delayMs, undefined, { signal: world.stopping });
  const answer =
    (fault && answerFault(fault, sceneOf(call), call.kind === "token")) ??
    findDenial(world, call, request) ??
    answerCall(world, call, body);
  if (call.kind === "send") record(world, call.target, body, answer);
  return fault?.drop === "after" ? { kind: "cut" } : answer;
}

const sceneOf = (call: Call): SceneName | undefined => ("target" in call ? call.target.scene : undefined);

/** The token call needs no token, and is open to every address. */
function findDenial({ appId, tokens, clock, state }: World, call: Call, request: SimRequest): Answer | undefined {
  if (call.kind === "token") return undefined;
  const { sources } = state.settings;
  if (sources.length > 0 && !sources.includes(request.source)) return answerRefusal(refuse(11298));
  const refusal = findAuthFault(request.authorization, appId, tokens, clock.now());
  return refusal && answerRefusal(refusal);
}

function record({ state, clock }: World, target: Target, body: ReadBody, answer: Answer): void {
  recordAttempt(state.ledger, target, body.kind === "object" ? body.value : body.text, answer, clock.now());
}

function answerCall(world: World, call: Call, read: ReadBody): Answer {
  const { state } = world;
  const now = world.clock.now();
  const body: Body = read.kind === "object" ? read.value : {};
  if (read.kind === "malformed" && call.kind !== "token")
    return answerRefusal(refuse(read.multipart ? 50035 : 12002, "not a JSON object"), sceneOf(call));
  switch (call.kind) {
    case "token":
      return issueToken(world.tokens, world, body, state.settings.tokenSeconds, now);
    case "send":
      return takeSend(state, call.target, body, now);
    case "upload":
      return answerUpload(world, call.target, body, now);
    case "recall":
      return recall(state.ledger, call.target, call.message, now);
    case "acknowledge":
      return acknowledge(state.interactions, call.interaction, body);
    case "create-dm":
      return createDm(state, body, now);
    case "guild-setting":
      return tellGuildSetting(state, call.guild);
    case "me":
      return ok(botUser);
    case "gateway":
      return ok({ url: gateway });
    case "gateway-bot": {
      const limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
      return ok({ url: gateway, shards: 1, session_start_limit: limit });
    }
    default:
      return unreachable(call);
  }
}

/** With `srv_send_msg` the file is sent at once, as a proactive message. */
function answerUpload(world: World, target: Target, body: Body, now: number): Answer {
  const { state } = world;
  const uploaded = upload(state.files, target, body, state.settings.fileSeconds, now);
  if (uploaded.kind !== "uploaded") return uploaded;
  const { file } = uploaded;
  if (!uploaded.send) return ok(file);
  const message = { msg_type: 7, content: " ", media: { file_info: file.file_info } };
  const answer = takeSend(state, target, message, now);
  recordAttempt(state.ledger, target, message, answer, now);
  return answer.kind === "json" ? ok({ ...file, id: answer.id }) : answer;
}
