import type { Audit } from "../audit.ts";
import { ownersOf } from "../count.ts";
import { wayOf, type Way } from "../emit.ts";
import type { Fault } from "../faults.ts";
import { tellBudget } from "../gateway/budget.ts";
import { lookAt } from "../gateway/gateway.ts";
import type { Attempt } from "../ledger.ts";
import { resolveLimits } from "../limits-setting.ts";
import { tellCounts, type Count } from "../quota.ts";
import type { Said } from "../said.ts";
import { targetKey, type SceneName, type Target } from "../scene.ts";
import type { Settings } from "../settings.ts";
import type { State, World } from "../state.ts";
import { entriesOf, type Entry, type Happened } from "./threads.ts";
import { windowsOf, type OpenWindow } from "./windows-of.ts";

/** An entry of a conversation as the page gets it; `n` is its own for good, and orders them. */
export type Shown = { readonly n: number } & (
  | ({
      readonly kind: "sent";
      /** Where the uploaded picture is, if it was kept. */
      readonly picture?: string;
      readonly audit?: "waiting" | "pass" | "reject";
    } & Attempt)
  | ({ readonly kind: "said" } & Said)
  | ({ readonly kind: "happened"; readonly acknowledged?: number | null } & Happened)
);

/** What a conversation allows, as the simulator counts it. */
export type Standing = Target & {
  readonly proactive: boolean;
  readonly gone: boolean;
  readonly muted: boolean;
  readonly counts: readonly Count[];
  readonly windows: readonly OpenWindow[];
  /** How long a reply may wait, and how many a window takes; `times` null: no count. */
  readonly reply: { readonly minutes: number; readonly times: number | null };
};

export type Overview = {
  /** The simulator's time ahead of this machine's, in ms. */
  readonly ahead: number;
  readonly appId: string;
  readonly conversations: readonly { readonly scene: SceneName; readonly id: string; readonly at: string }[];
  readonly here: Standing | null;
  readonly settings: Settings;
  readonly events: Way;
  /** Where callbacks go. */
  readonly callback: string | null;
  readonly faults: readonly Fault[];
  readonly audits: readonly { readonly id: string; readonly scene: SceneName; readonly target: string }[];
  readonly gateway: ReturnType<typeof lookAt> & { readonly budget: ReturnType<typeof tellBudget>["remaining"] };
};

/** The entries of one conversation, the oldest first. */
export const tellEntries = (state: State, target: Target): readonly Shown[] =>
  entriesOf(state.threads, target).map((entry) => tellEntry(state, entry));

function tellEntry(state: State, entry: Entry): Shown {
  const { n } = entry;
  if (entry.kind === "said") return { n, kind: "said", ...entry.said };
  if (entry.kind === "happened") {
    const press = state.interactions.get(entry.happened.interaction ?? "");
    return { n, kind: "happened", ...entry.happened, ...(press && { acknowledged: press.acknowledged }) };
  }
  const { attempt } = entry;
  const audit = state.audits.get(attempt.audit_id ?? "");
  const picture = pictureOf(state, attempt.body);
  return {
    n,
    kind: "sent",
    ...attempt,
    ...(audit && { audit: audit.decided ?? ("waiting" as const) }),
    ...(picture !== undefined && { picture }),
  };
}

function pictureOf({ files }: State, body: unknown): string | undefined {
  const { media } = (body ?? {}) as { readonly media?: { readonly file_info?: unknown } | null };
  const info = media?.file_info;
  return typeof info === "string" ? files.get(info)?.shownAt : undefined;
}

/** All but the entries; `target` is the conversation that is looked at. */
export function tellOverview(world: World, target: Target | undefined): Overview {
  const { state, clock, appId, eventsUrl = null } = world;
  const { settings, threads, faults, audits, gateway } = state;
  const now = clock.now();
  return {
    ahead: clock.ahead(),
    appId,
    conversations: threads.recent
      .map(({ target: { scene, id }, at }) => ({ scene, id, at: new Date(at).toISOString() }))
      .toReversed(),
    here: target ? tellStanding(state, target, now) : null,
    settings,
    events: wayOf(world),
    callback: eventsUrl,
    faults,
    audits: waitingOf(audits),
    gateway: { ...lookAt(gateway), budget: tellBudget(gateway, now).remaining },
  };
}

/** Audits that nobody decided on; of many the latest. */
const waitingOf = (audits: ReadonlyMap<string, Audit>): Overview["audits"] =>
  [...audits.values()]
    .filter(({ decided }) => decided === undefined)
    .slice(-50)
    .map(({ id, target }) => ({ id, scene: target.scene, target: target.id }));

function tellStanding(state: State, target: Target, now: number): Standing {
  const { proactive = true, gone = false, muted = false } = state.permissions.get(targetKey(target)) ?? {};
  const { settings, sends } = state;
  const { rules, reply } = resolveLimits(settings.limits)[target.scene];
  return {
    ...target,
    proactive,
    gone,
    muted,
    counts: tellCounts(sends, ownersOf(state, target), rules, settings.certified, now),
    windows: windowsOf(state, target, now),
    reply,
  };
}
