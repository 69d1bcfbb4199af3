import type { ListenPorts } from "../listen-ports.ts";
import type { Command } from "../../model/command.ts";
import type { CommandResult } from "../../model/command-result.ts";
import type { Anchor } from "../../model/permit.ts";
import type { Target } from "../../model/target.ts";

/** Route of the relay's own answers: no configured route can have this name. */
export const answerRoute = "~answer";

/** An answer's id is that of the message that asked, so that a repeated callback is answered once. */
export const answerId = ({ id }: Anchor): string => `${answerRoute}#${id}`;

/** Where a command was given. */
export type CommandContext = {
  /** The conversation; a DM session may stand for a second target, by which a route that opens it knows it. */
  readonly target: Target;
  readonly targets: readonly Target[];
  /** The message that gave it. */
  readonly anchor: Anchor;
  /** Ms of the epoch. */
  readonly now: number;
  readonly ports: ListenPorts;
};

/** Does what one kind of command asks. Undefined where what is flushed anyway is the answer. */
export type CommandRunner<Kind extends Command["kind"]> = (
  command: Extract<Command, { kind: Kind }>,
  context: CommandContext,
) => Promise<CommandResult | undefined>;
