import { createHash } from "node:crypto";
import { oneLine } from "./one-line.ts";

const maxKeyLength = 200;

/** What a sender calls a thing, short enough to be kept with every notice; a long name is kept as its hash. */
export const shortKey = (key: string): string =>
  key.length <= maxKeyLength ? oneLine(key) : createHash("sha256").update(key).digest("hex");
