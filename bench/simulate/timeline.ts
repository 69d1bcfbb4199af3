import type { Notice } from "../../lib/model/notice.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { hours, type Hours, type PerDay } from "./hours.ts";
import { createRandom, draw, drawCount, drawIndex, drawWhole, pick, type Random } from "./random.ts";
import type { Episode, RouteId, Step } from "./episode.ts";
import { type ShapeName, shapes } from "./shapes.ts";
import { talkHours } from "./talk.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A Sunday, and the first of a month of 30 days: a run of 30 days meets each of QQ's months and days whole. */
export const start = Date.parse("2026-11-01T00:00:00+08:00");

/** What a month is drawn from: a shape's rules, by one seed's chance. */
export type Chance = { readonly seed: number; readonly days: number; readonly shape: ShapeName };

export const endOf = ({ days }: Pick<Chance, "days">): number => start + days * day;

/** What happens in one conversation: a notice comes in by a webhook, or someone speaks. `at` in ms of the epoch. */
export type Moment =
  | { readonly kind: "notice"; readonly at: number; readonly route: RouteId; readonly notice: Notice }
  | { readonly kind: "speech"; readonly at: number; readonly messageId: string };

/** All that happens in a conversation of a scene, in order, no two things at once. The notices are the same in each. */
export function drawTimeline(scene: SceneName, chance: Chance): readonly Moment[] {
  const { seed, days } = chance;
  const { episodes, talk } = shapes[chance.shape];
  const traffic = createRandom(seed, "traffic");
  const voices = createRandom(seed, `talk ${scene}`);
  const moments = [
    ...Object.values(episodes).flatMap((episode) =>
      drawBeginnings(traffic, days, episode.perDay, episode.hours).flatMap((at) => drawEpisode(traffic, episode, at)),
    ),
    ...drawBeginnings(voices, days, talk[scene], talkHours).map((at, index) => ({
      kind: "speech" as const,
      at,
      messageId: `${scene}-said-${index}`,
    })),
  ];
  let last = 0;
  return moments
    .filter(({ at }) => at < endOf(chance))
    .toSorted((a, b) => a.at - b.at)
    .map((moment) => ({ ...moment, at: (last = Math.max(moment.at, last + 1)) }));
}

function drawBeginnings(random: Random, days: number, perDay: PerDay, when: Hours): readonly number[] {
  return Array.from({ length: days }, (_, index) => start + index * day).flatMap((midnight, index) => {
    const isWeekend = index % 7 === 0 || index % 7 === 6;
    const count = drawCount(random, isWeekend ? perDay.weekend : perDay.workday);
    return Array.from({ length: count }, () =>
      Math.floor(midnight + drawIndex(random, hours[when]) * hour + random() * hour),
    );
  });
}

function drawEpisode(random: Random, episode: Episode, at: number): readonly Moment[] {
  const { route, times, every, things, steps } = episode;
  const thing = pick(random, things);
  const moments: Moment[] = [];
  let begins = at;
  for (let left = drawWhole(random, times); left > 0; left -= 1) {
    for (const step of steps) {
      const time = Math.floor(begins + draw(random, step.after) * minute);
      moments.push({ kind: "notice", at: time, route, notice: toNotice(step, thing, time) });
    }
    begins += draw(random, every) * minute;
  }
  return moments;
}

const toNotice = (
  { about, level, title, line, what, replaces, resolved }: Step,
  thing: string,
  at: number,
): Notice => ({
  source: about === "alert" ? "alertmanager" : "github",
  event: about,
  level,
  title: title(thing),
  lines: line === undefined ? [] : [line],
  at: new Date(at).toISOString(),
  key: `${about}/${thing}`,
  tally: { where: about === "alert" ? thing : "octo/app", what },
  ...(replaces && { replaces }),
  ...(resolved && { resolved }),
});
