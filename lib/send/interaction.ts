import type { Outcome } from "../model/outcome.ts";
import type { Log } from "../ports.ts";
import { readAnswer } from "../qq/read-answer.ts";
import { readLost } from "../qq/read-lost.ts";
import { type ApiOptions, createApi } from "./api.ts";

/** Tells QQ that a button press arrived. Resolves whatever becomes of it. `deadline` in ms of the epoch. */
export type Acknowledge = (interactionId: string, deadline: number) => Promise<void>;

/** The presser looks at a spinner for 3 to 5 s (reported), then at a failure: a later answer helps nobody. */
const maximumMs = 2_500;

/** Less is not worth a connection. */
const minimumMs = 200;

/** `PUT /interactions/{id}`, once. A failure costs the presser a spinner and nothing else, so it only goes to the log. */
export function createAcknowledge({ log, ...options }: ApiOptions & { readonly log: Log }): Acknowledge {
  const api = createApi(options);

  const acknowledge = (id: string, deadline: number): Promise<Outcome> =>
    api<Outcome>(
      {
        method: "PUT",
        path: `/interactions/${encodeURIComponent(id)}`,
        body: { code: 0 },
        minimumMs,
        maximumMs,
        read: (posted) => (posted.kind === "lost" ? readLost(posted) : readAnswer(posted, "none")),
      },
      Math.min(deadline, options.now() + maximumMs),
    );

  return async (id, deadline) => {
    try {
      const outcome = await acknowledge(id, deadline);
      if (outcome.kind !== "sent") log("warn", "not-acknowledged", { kind: outcome.kind, ...outcome.answer });
    } catch (fault) {
      log("warn", "not-acknowledged", { kind: "fault", fault: fault instanceof Error ? fault.name : "unknown" });
    }
  };
}
