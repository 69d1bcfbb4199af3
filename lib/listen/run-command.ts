import { answerId, answerRoute, type CommandContext, type CommandRunner } from "./commands/command-context.ts";
import { commands } from "./commands/index.ts";
import type { ListenPorts } from "./listen-ports.ts";
import type { Command } from "../model/command.ts";
import type { QqEvent } from "../model/qq-event.ts";
import type { Anchor } from "../model/permit.ts";
import type { Target } from "../model/target.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { mayCommand } from "../policy/command/may-command.ts";
import { answerNotice } from "../render/words/answer-notice.ts";

/**
 * Does what a command asks and enlists the answer, which the deliverer sends in the command's own window together with
 * whatever is held.
 */
export async function runCommand(
  command: Command,
  target: Target,
  { said, targets }: QqEvent,
  anchor: Anchor,
  ports: ListenPorts,
): Promise<void> {
  const { store, settings, clock } = ports;
  const now = clock.now().getTime();
  if (await store.readDelivery(target, answerId(anchor))) return;
  const context: CommandContext = { target, targets, anchor, now, ports };
  const may = mayCommand(settings.commands, target.scene, said?.speaker ?? { id: "" }, command);
  const run = commands[command.kind] as CommandRunner<Command["kind"]>;
  const result = may === "yes" ? await run(command, context) : { kind: "not-allowed" as const, role: may };
  if (!result) return;
  await store.enlist(
    pendingDelivery({
      id: answerId(anchor),
      route: answerRoute,
      target,
      notice: answerNotice(result, settings.language, settings.timeZone, now),
      form: "text",
      arrivedAt: now,
      answers: anchor,
      ...(result.kind === "page" && { isPage: true }),
    }),
  );
}
