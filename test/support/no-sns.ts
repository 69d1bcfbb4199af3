import type { Sns } from "../../lib/ports.ts";

/** SNS where nothing of it comes: it signed nothing, and has no subscription. */
export const noSns: Sns = { check: () => Promise.resolve("forged"), confirm: () => Promise.resolve(false) };
