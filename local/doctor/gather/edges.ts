import { randomBytes } from "node:crypto";
import { statfsSync } from "node:fs";
import { askByFetch } from "./ask.ts";
import type { Edges } from "./gather.ts";

/** The world as it is. */
export const edges: Edges = {
  ask: askByFetch,
  now: Date.now,
  token: () => randomBytes(10).toString("hex"),
  freeBytes: (folder) => {
    try {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    } catch {
      return undefined;
    }
  },
};
