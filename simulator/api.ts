import { setTimeout as wait } from "node:timers/promises";
import { answerRefusal, failed, ok, type Answer } from "./answer.ts";
import { readBody, type Body, type ReadBody } from "./body.ts";
import { findCall, type Call } from "./call.ts";
import { answerFault, takeFault } from "./faults.ts";
import { tellBudget } from "./gateway/budget.ts";
import { gatewayUrl, httpUrl } from "./gateway/door.ts";
import { tellBotState, tellGroup } from "./groups.ts";
import { listChannels, listGuilds, tellChannel, tellGuild } from "./guild-objects.ts";
import { createDm, tellGuildSetting } from "./guilds.ts";
import { acknowledge } from "./interactions.ts";
import { recordAttempt } from "./record.ts";
import { recall } from "./recall.ts";
import { refuse } from "./refusal.ts";
import type { SimRequest } from "./request.ts";
import type { SceneName, Target } from "./scene.ts";
import { takeFile } from "./send-file.ts";
import { takeSend } from "./send.ts";
import { botUser } from "./sent.ts";
import { tellMessageOf } from "./shown.ts";
import type { World } from "./state.ts";
import { takePiece } from "./take-piece.ts";
import { findAuthFault, issueToken } from "./token.ts";
import { unreachable } from "./unreachable.ts";
import { finishPart, prepareUpload, putPart } from "./uploads.ts";

/** One call of QQ's API: injected faults first, then credentials, then the call itself. Every send is put on record. */
export async function answerApi(world: World, request: SimRequest): Promise<Answer> {
  const call = findCall(request.method, request.path);
  if (call === 404 || call === 405) return failed(call, call === 404 ? "no such API" : "method not allowed");
  if (call.kind === "put-part") return putPart(world.state.uploads, call.upload, call.part, request.body);
  const body = await readBody(request);
  const fault = takeFault(world.state.faults, request.path, call.kind === "send");
  if (fault?.delayMs) await wait(fault.delayMs, undefined, { signal: world.stopping });
  const answer =
    (fault && answerFault(fault, sceneOf(call), call.kind === "token")) ??
    findDenial(world, call, request) ??
    answerCall(world, call, body, request);
  if (call.kind === "send") record(world, call.target, body, answer);
  return fault?.drop === "after" ? { kind: "cut" } : answer;
}

/** All but the call that is for another server of QQ's. */
type Asked = Exclude<Call, { kind: "put-part" }>;

const sceneOf = (call: Asked): SceneName | undefined => ("target" in call ? call.target.scene : undefined);

/** The token call needs no token, and is open to every address. */
function findDenial({ appId, tokens, clock, state }: World, call: Asked, request: SimRequest): Answer | undefined {
  if (call.kind === "token") return undefined;
  const { sources } = state.settings;
  if (sources.length > 0 && !sources.includes(request.source)) return answerRefusal(refuse(11298));
  const refusal = findAuthFault(request.authorization, appId, tokens, clock.now());
  return refusal && answerRefusal(refusal);
}

function record({ state, clock }: World, target: Target, body: ReadBody, answer: Answer): void {
  recordAttempt(state, target, body.kind === "object" ? body.value : body.text, answer, clock.now());
}

function answerCall(world: World, call: Asked, read: ReadBody, request: SimRequest): Answer {
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
      return takeFile(state, call.target, body, now);
    case "prepare-upload":
      return prepareUpload(state.uploads, call.target, body, httpUrl(world, request.host));
    case "finish-part":
      return finishPart(state.uploads, call.target, body);
    case "stream":
      return takePiece(state, call.target, body, now);
    case "recall":
      return recall(state.ledger, call.target, call.message, now);
    case "acknowledge":
      return acknowledge(state.interactions, call.interaction, body);
    case "create-dm":
      return createDm(state, body, now);
    case "guild-setting":
      return tellGuildSetting(state, call.guild);
    case "guilds":
      return listGuilds(state, request.query);
    case "guild":
      return tellGuild(state, call.guild);
    case "channels":
      return listChannels(state, call.guild);
    case "channel":
      return tellChannel(state, call.channel);
    case "message":
      return tellMessageOf(state.shown, call.channel, call.message);
    case "group-info":
      return tellGroup(state, call.group);
    case "bot-state":
      return tellBotState(state, call.group);
    case "me":
      return ok(botUser);
    case "gateway":
      return ok({ url: gatewayUrl(world, request.host) });
    case "gateway-bot": {
      const limit = tellBudget(state.gateway, now);
      return ok({ url: gatewayUrl(world, request.host), shards: 1, session_start_limit: limit });
    }
    default:
      return unreachable(call);
  }
}
