/** What knows why deliveries wait, loaded as one file with the first that does. */
export { noteLeft, noteStopped } from "./note-held.ts";
export { toldHeld } from "./told-held.ts";
