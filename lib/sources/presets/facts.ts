import { minute } from "../../base/time.ts";
import type { Method, ProofPlace } from "../../model/dialect.ts";
import type { Format, Source } from "../../model/source.ts";

/** What is known of a preset's sender before it sends anything. */
type Known = {
  readonly proofs: readonly ProofPlace[];
  readonly events: NonNullable<Source["events"]>;
  /** How its requests are told from others': a header, the start of its user agent, names in its body or query that it has all. */
  readonly header?: string;
  readonly agent?: string;
  readonly keys?: readonly string[];
  readonly methods?: readonly Method[];
  readonly hasBranches?: true;
  /** Default: half an hour. Shorter where bodies tell neither time nor id, and the same may happen again. */
  readonly repeatWithin?: number;
  readonly load: () => Promise<{ readonly format: Format }>;
};

/** A preset's part of the table of sources. */
export const preset = <Name extends string>(name: Name, known: Known) => {
  const { proofs, events, header, agent, keys, methods, hasBranches, repeatWithin = 30 * minute, load } = known;
  return {
    name,
    auth: "dialect",
    events,
    repeatWithin,
    dialect: { proofs, ...(methods && { paths: { "": methods } }) },
    ...(hasBranches && { hasBranches }),
    isMine: ({ headers, query }, found) =>
      (header !== undefined && headers[header] !== undefined) ||
      (agent !== undefined && headers["user-agent"]?.startsWith(agent) === true) ||
      (keys?.every((key) => found.has(key) || query[key] !== undefined) ?? false),
    load: async () => (await load()).format,
  } as const satisfies Source;
};

/** Senders that can set nothing but a URL. */
export const urlOnly: readonly ProofPlace[] = [{ kind: "key" }];

/** Senders that can set headers too. */
export const urlOrHeader: readonly ProofPlace[] = [{ kind: "key" }, { kind: "bearer" }];

/** `issue_{created,deleted}` is two names. */
const named = <Actions>(names: string, actions: Actions): Readonly<Record<string, Actions>> =>
  Object.fromEntries(
    names.split(/\s+/).flatMap((name) => {
      const [first = "", endings = ""] = name.split(/[{}]/);
      return endings.split(",").map((ending) => [first + ending, actions] as const);
    }),
  );

/** Events without actions, by their names. */
export const events = (names: string): Readonly<Record<string, readonly string[]>> => named(names, []);

/** Events any action of which may come. */
export const eventsOfAny = (names: string): Readonly<Record<string, true>> => named(names, true);
