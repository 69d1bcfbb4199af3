import { type Act, beginOf } from "../../model/act.ts";
import type { MapContext } from "../../model/source.ts";

/** One of the notices that may tell an act. */
export type Part = Omit<Act, "keys" | "adds"> & {
  /** The events with their actions that may tell the same act; without one that the route hears there is no act. */
  readonly beside: readonly (readonly [event: string, action?: string])[];
};

type Keys = readonly (string | undefined)[];

/** By a forge's parts: the act that a notice tells one of, where the route may hear of it by another event as well. */
export const actsOf =
  <Name extends string>(parts: Readonly<Record<Name, Part>>) =>
  (name: Name, keys: Keys, { hears }: Pick<MapContext, "hears">, adds?: Act["adds"]): Act | undefined => {
    const { beside, ...part }: Part = parts[name];
    const known = keys.filter((key) => key !== undefined);
    if (known.length === 0 || !beside.some(([event, action]) => hears?.(event, action))) return undefined;
    return { ...part, keys: known, ...(adds && { adds }) };
  };

/** What a merge took a branch to. */
export const mergeKey = (repo: string, ref: string, sha: string | null | undefined): string | undefined =>
  sha ? `${repo}/merge/${sha}/${ref}` : undefined;

/** The end of a branch: as the thread of the branch is named, so that what is told of it later makes the branch live again. */
export const endKey = (repo: string, branch: string): string => `${repo}/refs/heads/${branch}`;

export const beginKey = (repo: string, branch: string): string => beginOf(endKey(repo, branch));
