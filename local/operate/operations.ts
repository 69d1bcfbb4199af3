import { conversation } from "./conversation.ts";
import { deliveries } from "./deliveries.ts";
import { heard } from "./heard.ts";
import { mute, unmute } from "./mute.ts";
import { overview } from "./overview.ts";
import { preview } from "./preview.ts";
import { press } from "./press.ts";
import { push } from "./push.ts";
import { replay } from "./replay.ts";
import { routes } from "./routes.ts";
import { samples } from "./samples.ts";
import { say } from "./say.ts";
import { send } from "./send.ts";
import { quota, status } from "./status.ts";
import { trace } from "./trace.ts";
import { unpair } from "./unpair.ts";

/** All that an operator can ask for on the table, by the name that the admin door and the command line have for it. */
export const operations = {
  deliveries,
  trace,
  replay,
  status,
  quota,
  heard,
  mute,
  unmute,
  unpair,
  send,
  overview,
  routes,
  samples,
  preview,
  push,
  conversation,
  say,
  press,
} as const;

export type OperationName = keyof typeof operations;
