import type { Format, Source } from "../../lib/model/source.ts";
import { sources } from "../../lib/sources/index.ts";
import { loadMarkup } from "../../lib/sources/markup/reading.ts";

const loaded = await Promise.all(
  Object.values<Source>(sources).map(async (source) => [source.name, await source.load()] as const),
);

await loadMarkup();

/** Formats that tests read requests by, loaded already. */
const formats: ReadonlyMap<string, Format> = new Map(loaded);

/** The format of a source. */
export function formatOf(name: string): Format {
  const format = formats.get(name);
  if (!format) throw new Error(`no source is named ${name}`);
  return format;
}
