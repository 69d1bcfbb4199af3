import type { Command } from "./command.ts";
import type { Level } from "./level.ts";
import type { SceneName } from "./scene.ts";
import type { Status } from "./status.ts";

/** What became of a command: facts, not yet in words. Times in milliseconds of the epoch. */
export type CommandResult =
  | { readonly kind: "help" }
  | { readonly kind: "status"; readonly status: Status }
  /** There was nothing to tell for the command. */
  | { readonly kind: "nothing-held"; readonly asked: Extract<Command["kind"], "digest" | "more"> }
  /** Notices that a digest only counted, and how many are still to come. */
  | {
      readonly kind: "page";
      readonly notices: readonly { readonly title: string; readonly level: Level }[];
      readonly left: number;
    }
  | { readonly kind: "muted"; readonly until: number; readonly route?: string }
  | { readonly kind: "unmuted"; readonly route?: string }
  | { readonly kind: "bound"; readonly route: string }
  /** Wrong, used or expired: one and the same, so that a guess learns nothing. */
  | { readonly kind: "bind-failed" }
  /** The code is good, and spent, but its route sends to conversations of another kind. */
  | { readonly kind: "wrong-scene"; readonly scene: SceneName }
  | { readonly kind: "too-many-guesses" }
  | { readonly kind: "unbound"; readonly routes: readonly string[] }
  | { readonly kind: "not-bound" }
  /** No such route sends here; `known` are those that do. */
  | { readonly kind: "unknown-route"; readonly route: string; readonly known: readonly string[] }
  | { readonly kind: "not-allowed" };
