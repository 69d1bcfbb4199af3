import type { Command } from "../../model/command.ts";
import type { CommandRunner } from "./command-context.ts";
import { mute, unmute } from "./mute.ts";
import { bind, unbind } from "./pair.ts";
import { more } from "./more.ts";
import { digest, help, status, unclear } from "./tell.ts";

/** What people can tell the bot from inside QQ: a new command is one function and one line. */
export const commands: { readonly [Kind in Command["kind"]]: CommandRunner<Kind> } = {
  help,
  status,
  digest,
  more,
  mute,
  unmute,
  bind,
  unbind,
  unclear,
};
