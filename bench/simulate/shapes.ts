import type { Episode } from "./episode.ts";
import { storm } from "./storm.ts";
import { much, none, type Talk, usual } from "./talk.ts";
import { team } from "./traffic.ts";

/** What machines send to a conversation, and how often people speak there. */
export type Shape = { readonly episodes: Readonly<Record<string, Episode>>; readonly talk: Talk };

/** The conversations that a month is simulated in: a small team's, and three that are hard on a relay in their own way. */
export const shapes = {
  team: { episodes: team, talk: usual },
  storm: { episodes: storm, talk: usual },
  silent: { episodes: team, talk: none },
  chatty: { episodes: team, talk: much },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof shapes;

export const shapeNames = Object.keys(shapes) as readonly ShapeName[];
