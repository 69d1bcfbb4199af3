import { deliveries } from "./deliveries.ts";
import { heard } from "./heard.ts";
import { mute, unmute } from "./mute.ts";
import { replay } from "./replay.ts";
import { send } from "./send.ts";
import { quota, status } from "./status.ts";
import { trace } from "./trace.ts";
import { unpair } from "./unpair.ts";

/** All that an operator can ask for on the table, by the name that the admin door and the command line have for it. */
export const operations = { deliveries, trace, replay, status, quota, heard, mute, unmute, unpair, send } as const;

export type OperationName = keyof typeof operations;
