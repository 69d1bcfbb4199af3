import type { Language } from "../../model/language.ts";
import { nameOf } from "./actor.ts";
import type { Changes, People } from "./fields.ts";

/** What somebody did, in the words that threads share, and to or by whom. */
export type Deed = { readonly action: string; readonly thing?: string };

/**
 * What of an update is worth telling, the most telling first: a draft that is ready, new commits, another title or target, people
 * asked or taken on. Undefined where only labels, weights, times or texts are others.
 */
export function deedOfUpdate(
  changes: Changes,
  oldrev: string | null | undefined,
  language: Language,
): Deed | undefined {
  return (
    deedOfDraft(changes) ??
    (oldrev ? { action: "synchronize" } : undefined) ??
    (changes?.title || changes?.target_branch ? { action: "edited" } : undefined) ??
    deedOfPeople(changes?.reviewers, ["review_requested", "review_request_removed"], language) ??
    deedOfPeople(changes?.assignees, ["assigned", "unassigned"], language)
  );
}

function deedOfDraft(changes: Changes): Deed | undefined {
  const draft = changes?.draft ?? changes?.work_in_progress;
  if (!draft || draft.previous === draft.current) return undefined;
  return { action: draft.current === true ? "converted_to_draft" : "ready_for_review" };
}

const and = { zh: "、", en: ", " } as const satisfies Record<Language, string>;

/** So many are named. */
const most = 5;

function deedOfPeople(
  change: { readonly previous?: People; readonly current?: People } | null | undefined,
  [added, removed]: readonly [string, string],
  language: Language,
): Deed | undefined {
  const [before, now] = [change?.previous ?? [], change?.current ?? []];
  const came = now.filter((person) => person.re_requested === true || !before.some((old) => isSame(old, person)));
  const gone = before.filter((person) => !now.some((other) => isSame(other, person)));
  const people = came.length > 0 ? came : gone;
  const names = people.flatMap((person) => nameOf(person) ?? []).slice(0, most);
  return names.length > 0 ? { action: came.length > 0 ? added : removed, thing: names.join(and[language]) } : undefined;
}

type Person = NonNullable<People>[number];

const isSame = (a: Person, b: Person): boolean => (a.id != null ? a.id === b.id : a.username === b.username);
