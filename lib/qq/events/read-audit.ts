import { readId } from "../read-body.ts";
import type { EventReader } from "./event-reader.ts";

/**
 * Reads the end of an audit. What it says of the place is no target: a DM's audit names guild and channel just as a
 * channel's does, so only the audit's id tells which delivery it was.
 */
export const readAudit =
  (passed: boolean): EventReader =>
  (d) => {
    const id = readId(d["audit_id"]);
    const messageId = passed ? readId(d["message_id"]) : undefined;
    return id === undefined
      ? undefined
      : { targets: [], audit: { id, passed, ...(messageId !== undefined && { messageId }) } };
  };
