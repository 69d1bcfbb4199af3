import type { Store } from "../ports.ts";
import { createStore } from "../store/store.ts";
import { retentionOf, type Setup } from "./common.ts";

/** The whole store on a table. */
export const composeStore = (setup: Pick<Setup, "table" | "settings">): Store =>
  createStore(setup.table, retentionOf(setup));
