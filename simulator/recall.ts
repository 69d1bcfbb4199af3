import { answerRefusal, type Answer } from "./answer.ts";
import type { Attempt } from "./ledger.ts";
import { refuse } from "./refusal.ts";
import { isV2, type Target } from "./scene.ts";

/** Takes a message back within two minutes; the attempt stays in the ledger, marked. */
export function recall(ledger: readonly Attempt[], target: Target, id: string, now: number): Answer {
  const { scene } = target;
  const attempt = ledger.find((one) => one.id === id);
  if (!attempt || attempt.recalled) return answerRefusal(refuse(306002), scene);
  if (attempt.scene !== scene || attempt.target !== target.id) return answerRefusal(refuse(306007), scene);
  if (now - Date.parse(attempt.at) > 120_000) return answerRefusal(refuse(306011), scene);
  attempt.recalled = true;
  return isV2(scene) ? { kind: "json", status: 200, body: {} } : { kind: "empty", status: 204 };
}
