import type { Target } from "./scene.ts";

/** Messages that come in pieces, by the id that the first piece was answered with. */
export type Streams = Map<string, { readonly target: Target; text: string; index: number; ended: boolean }>;
