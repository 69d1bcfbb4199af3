import type { Media } from "../ports.ts";
import type { MediaOptions } from "../send/images/media.ts";

/** What makes pictures ready, loaded with the first of them: most notices have none, and each start would pay for it. */
export function composeMedia(options: MediaOptions): Media {
  let loading: Promise<Media> | undefined;
  const load = (): Promise<Media> =>
    (loading ??= import("../send/images/media.ts").then(({ createMedia }) => createMedia(options)));
  return {
    prepare: async (...picture) => (await load()).prepare(...picture),
    isInternal: async (...picture) => (await load()).isInternal(...picture),
    forget: async (...picture) => (await load()).forget(...picture),
  };
}
