import { type Json, partOf, readId } from "../read-body.ts";

/** What QQ wraps an event in. `id` is what a reply to the event names as `event_id`; it may be absent. */
export type Envelope = {
  readonly id?: string;
  /** `t`; empty when there is none. */
  readonly type: string;
  /** `d`; empty when it is no object. */
  readonly data: Json;
};

export function readEnvelope(body: Json): Envelope {
  const id = readId(body["id"]);
  return {
    ...(id !== undefined && { id }),
    type: typeof body["t"] === "string" ? body["t"] : "",
    data: partOf(body["d"]),
  };
}
