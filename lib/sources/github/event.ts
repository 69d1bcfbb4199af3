import { eventsOf, type ForgeEvent } from "../forge/event.ts";
import type { Envelope } from "./fields.ts";

/** How one of GitHub's events is read and told. */
export type GithubEvent = ForgeEvent<Envelope>;

export const defineEvent = eventsOf<Envelope>();
