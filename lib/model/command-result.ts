import type { Command } from "./command.ts";
import type { Level } from "./level.ts";
import type { SceneName } from "./scene.ts";
import type { Status } from "./status.ts";

/** What became of a command: facts, not yet in words. Times in milliseconds of the epoch. */
export type CommandResult =
  /** `routes`: those that send to the conversation. */
  | { readonly kind: "help"; readonly routes: readonly string[] }
  | { readonly kind: "status"; readonly status: Status }
  /** There was nothing to tell for the command. */
  | { readonly kind: "nothing-held"; readonly asked: Extract<Command["kind"], "digest" | "more"> }
  /** Notices that a digest only counted, and how many are still to come. */
  | {
      readonly kind: "page";
      readonly notices: readonly { readonly title: string; readonly level: Level }[];
      readonly left: number;
    }
  /** `all`: what is critical too; `capped`: for less than was asked, since that is the most. */
  | {
      readonly kind: "muted";
      readonly until: number;
      readonly route?: string;
      readonly all?: true;
      readonly capped?: true;
    }
  /** All that waits is muted: by a mute of everything, or of the one route that it came by. */
  | { readonly kind: "held-by-mute"; readonly until: number; readonly held: number; readonly route?: string }
  | { readonly kind: "unmuted"; readonly route?: string }
  /** `held`: how many notices had come before, and come now. */
  | { readonly kind: "bound"; readonly route: string; readonly held: number }
  /** Wrong, used or expired: one and the same, so that a guess learns nothing. */
  | { readonly kind: "bind-failed" }
  /** The code is good, and spent, but its route sends to conversations of another kind. */
  | { readonly kind: "wrong-scene"; readonly scene: SceneName }
  | { readonly kind: "too-many-guesses" }
  | { readonly kind: "unbound"; readonly routes: readonly string[] }
  | { readonly kind: "not-bound" }
  /** No such route sends here; `known` are those that do. */
  | { readonly kind: "unknown-route"; readonly route: string; readonly known: readonly string[] }
  /** The speaker is a plain member, or QQ does not tell what. */
  | { readonly kind: "not-allowed"; readonly role: "member" | "unknown" }
  /** It was meant as a command, and could not be read. */
  | { readonly kind: "unclear" };
