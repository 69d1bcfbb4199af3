import type { Answer } from "./answer.ts";
import { writeAttempt } from "./ledger.ts";
import { noteEntry } from "./live/threads.ts";
import { writeSaid, type Said, type Spoken } from "./said.ts";
import type { Target } from "./scene.ts";
import type { State } from "./state.ts";

/** Of what was said the last: of older words nobody asks. */
const keptSaid = 1_000;

/** Puts an attempt to send on record, in the ledger and in its conversation. */
export function recordAttempt(state: State, target: Target, body: unknown, answer: Answer, now: number): void {
  const attempt = writeAttempt(target, body, answer, now);
  state.ledger.push(attempt);
  noteEntry(state.threads, target, { kind: "sent", attempt }, now);
}

/** Puts on record what was said. How it was heard is entered in the answer later. */
export function recordSaid(state: State, spoken: Spoken, messageId: string, now: number): Said {
  const said = writeSaid(spoken, messageId, now);
  state.said.push(said);
  if (state.said.length > keptSaid) state.said.shift();
  noteEntry(state.threads, { scene: said.scene, id: said.target }, { kind: "said", said }, now);
  return said;
}
