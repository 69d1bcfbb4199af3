import { type Duration, readDuration } from "../../model/duration.ts";
import type { Source } from "../../model/source.ts";

/** How long (ms) the same content is the sender's repeat: as the route says, or else as is usual for its source. */
export const repeatWithin = (
  { repeat }: { readonly repeat?: Duration },
  source: Pick<Source, "repeatWithin">,
): number => (repeat === undefined ? undefined : readDuration(repeat)) ?? source.repeatWithin;
