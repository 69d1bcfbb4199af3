import type { NoMedia } from "../../ports.ts";

export const noMedia = (reason: string): NoMedia => ({ kind: "no-media", reason });
