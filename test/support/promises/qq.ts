import type { PresetName } from "../../../lib/model/limits.ts";
import type { Outcome } from "../../../lib/model/outcome.ts";
import type { Target } from "../../../lib/model/target.ts";
import type { SendRequest } from "../../../lib/ports.ts";
import { readAnswer } from "../../../lib/qq/read-answer.ts";
import { readLost } from "../../../lib/qq/read-lost.ts";
import { type Answer, answerRefusal, failed, writeAnswer } from "../../../simulator/answer.ts";
import { takeSend } from "../../../simulator/send.ts";
import { defaultSettings } from "../../../simulator/settings.ts";
import { emptyState, type State } from "../../../simulator/state.ts";
import { isRepeated } from "../../../simulator/windows.ts";
import { session } from "./routes.ts";
import type { QqFault } from "./steps.ts";

/** One message that the relay posted, and what became of it at QQ. */
export type Posted = {
  readonly at: number;
  readonly scene: Target["scene"];
  readonly target: string;
  readonly permit: "proactive" | "reply";
  /** `msg:M1` where it hangs on one. */
  readonly anchor: string | undefined;
  readonly text: string;
  readonly marks: ReadonlySet<string>;
  /** Whether people see it: at once, or when its audit passes. */
  shown: boolean;
  /** QQ's code where it did not take it, whether by its own judgement. */
  readonly code: number | undefined;
  readonly judged: boolean;
  auditId: string | undefined;
  rejected: boolean;
  /** The relay could not know what became of it. */
  lost: boolean;
};

export type Qq = {
  readonly state: State;
  readonly posted: Posted[];
  /** Faults of the next sends, in order. */
  readonly faults: QqFault[];
  readonly send: (request: SendRequest) => { readonly outcome: Outcome; readonly posted: Posted };
};

const markPattern = /k\d{6}/g;

/**
 * QQ without its HTTP: the simulator's own judgement and counts, and its answers read as in life by a relay that takes the
 * limits to be `assumed`.
 */
export function openQq(preset: PresetName, assumed: PresetName, now: () => number): Qq {
  const state = emptyState();
  state.settings = {
    ...defaultSettings,
    limits: { preset, override: {} },
    guilds: { C1: session.guild, C2: session.guild, C3: session.guild },
  };
  const posted: Posted[] = [];
  const faults: QqFault[] = [];

  const judge = ({ target, body }: SendRequest, audited: boolean): Answer => {
    const { settings } = state;
    state.settings = { ...settings, audit: audited ? "all" : false };
    const answer = takeSend(state, { scene: target.scene, id: target.id }, body, now());
    state.settings = settings;
    return answer;
  };

  const answerTo = (request: SendRequest, fault: QqFault | undefined): Answer => {
    switch (fault?.kind) {
      case "code":
        if (isKnown(state, request)) return judge(request, false);
        return answerRefusal({ code: fault.code }, request.target.scene);
      case "status":
        return failed(fault.status, "passing fault");
      case "unreached":
      case "lost-before":
        return { kind: "cut" };
      default:
        return judge(request, fault?.kind === "audit");
    }
  };

  return {
    state,
    posted,
    faults,
    send: (request) => {
      const { target, body, permit } = request;
      const fault = faults.shift();
      const answer = answerTo(request, fault);
      const outcome = outcomeOf(answer, fault, permit, assumed);
      const text = JSON.stringify(body);
      const one: Posted = {
        at: now(),
        scene: target.scene,
        target: target.id,
        permit,
        anchor: anchorOf(body),
        text,
        marks: new Set(text.match(markPattern) ?? []),
        shown: answer.kind === "json",
        code: answer.kind === "error" ? answer.code : undefined,
        judged: fault === undefined || fault.kind === "lost-after" || fault.kind === "audit",
        auditId: answer.kind === "error" ? answer.auditId : undefined,
        rejected: false,
        lost: outcome.kind === "unsure",
      };
      posted.push(one);
      return { outcome, posted: one };
    },
  };
}

/** A reply that QQ has already: it says so before all else, whatever else it has against it. */
const isKnown = ({ anchors }: State, { target, body }: SendRequest): boolean =>
  isRepeated(anchors, { kind: "msg", id: String(body["msg_id"]) }, target, Number(body["msg_seq"])) ||
  isRepeated(anchors, { kind: "event", id: String(body["event_id"]) }, target, Number(body["msg_seq"]));

const anchorOf = (body: Readonly<Record<string, unknown>>): string | undefined => {
  if (typeof body["msg_id"] === "string") return `msg:${body["msg_id"]}`;
  return typeof body["event_id"] === "string" ? `event:${body["event_id"]}` : undefined;
};

function outcomeOf(
  answer: Answer,
  fault: QqFault | undefined,
  permit: SendRequest["permit"],
  preset: PresetName,
): Outcome {
  if (fault?.kind === "unreached") return readLost({ written: false, code: "ECONNREFUSED" });
  if (answer.kind === "cut" || fault?.kind === "lost-after") return readLost({ written: true, code: "ECONNRESET" });
  return readAnswer({ status: answer.status, text: writeAnswer(answer, "trace") ?? "" }, permit, preset);
}
