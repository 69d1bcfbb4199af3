import type { Dialect, Method } from "../../model/dialect.ts";

/**
 * The segments of a path, each decoded; one that is no percent code stays as it came. A slash at the end adds none, nor do two
 * in a row: people end a server's address with one, and clients append their path with another.
 */
export const segmentsOf = (path: string): readonly string[] =>
  path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode);

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

type Paths = NonNullable<Dialect["paths"]>;

/** What a client appended to a route's address: what its dialect knows of it, and the segment before that may be the secret. */
export type FittedPath = { readonly rest: readonly string[]; readonly key?: string };

type Candidate = FittedPath & { readonly methods: readonly Method[]; readonly literals: number };

/** How many segments a pattern names; undefined where it does not fit. */
function fit(pattern: string, rest: readonly string[]): number | undefined {
  const parts = pattern.split("/").filter((part) => part !== "");
  const isOpen = parts.at(-1) === "*";
  const fixed = isOpen ? parts.slice(0, -1) : parts;
  if (isOpen ? rest.length < fixed.length : rest.length !== fixed.length) return undefined;
  const fits = fixed.every((part, at) => fitsPart(part, rest[at] ?? ""));
  return fits ? fixed.filter((part) => !part.startsWith(":")).length : undefined;
}

/** Whether a segment is the one that a part names, or begins with what stands before the part's colon. */
function fitsPart(part: string, segment: string): boolean {
  const colon = part.indexOf(":");
  return colon < 0 ? part === segment : segment.startsWith(part.slice(0, colon));
}

const candidates = (paths: Paths, fitted: FittedPath): readonly Candidate[] =>
  Object.entries(paths).flatMap(([pattern, methods]) => {
    const literals = fit(pattern, fitted.rest);
    return literals === undefined ? [] : [{ ...fitted, methods, literals }];
  });

/**
 * Reads what stands after a route's address as its dialect does. The pattern that names most segments counts; between equal
 * ones that which leaves the first segment to be the secret, as whoever pastes a URL puts it there; unless it stood elsewhere
 * (`isKeyed`), where no segment can be.
 */
export function fitPath(
  { paths }: { readonly paths: Paths },
  rest: readonly string[],
  method: string,
  isKeyed = false,
): FittedPath | "unknown-path" | "wrong-method" {
  const [key, ...others] = rest;
  const fitting = [
    ...(key === undefined || isKeyed ? [] : candidates(paths, { rest: others, key })),
    ...candidates(paths, { rest }),
  ].toSorted((a, b) => b.literals - a.literals);
  if (fitting.length === 0) return "unknown-path";
  const found = fitting.find(({ methods }) => methods.some((each) => each === method));
  if (!found) return "wrong-method";
  return { rest: found.rest, ...(found.key !== undefined && { key: found.key }) };
}
