import type { Dialect } from "../../lib/model/dialect.ts";
import type { Source } from "../../lib/model/source.ts";
import { sources } from "../../lib/sources/index.ts";

/** A source that answers in its vendor's words, to clients that append paths of its own. */
export type Facade = Source & { readonly dialect: Dialect & Required<Pick<Dialect, "paths" | "taken" | "refused">> };

const isFacade = (source: Source): source is Facade =>
  Boolean(source.dialect?.paths && source.dialect.taken && source.dialect.refused);

export function facadeNamed(name: string): Facade {
  const source: Source | undefined = sources[name as keyof typeof sources];
  if (!source || !isFacade(source)) throw new Error(`${name} is no façade`);
  return source;
}

const all: readonly Source[] = Object.values(sources);

export const facades: readonly Facade[] = all.filter(isFacade);

/** Those that are answered as the relay answers: senders of webhooks, which say nothing but how they prove themselves. */
export const natives: readonly Source[] = all.filter((source) => !isFacade(source));
