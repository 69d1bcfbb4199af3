import { eventsOf, type ForgeEvent } from "../forge/event.ts";
import type { Envelope } from "./fields.ts";

/** How one of GitLab's events is read and told. */
export type GitlabEvent = ForgeEvent<Envelope>;

export const defineEvent = eventsOf<Envelope>();
