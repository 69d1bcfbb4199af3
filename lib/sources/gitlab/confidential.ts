import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import type { Envelope } from "./fields.ts";

type Marked = { readonly confidential?: boolean | null | undefined; readonly internal?: boolean | null | undefined };

/** Whether GitLab shows a thing to members only: by its event's type, or by the mark on any of the things that are told. */
export const isConfidential = (
  { event_type: type }: Pick<Envelope, "event_type">,
  ...things: readonly (Marked | null | undefined)[]
): boolean =>
  type?.startsWith("confidential_") === true ||
  things.some((thing) => thing?.confidential === true || thing?.internal === true);

/** Words of confidential things are told only to a route that names the event: who reads a group's chat, GitLab does not know. */
export const isHidden = (confidential: boolean, { isNamed }: Pick<MapContext, "isNamed">): boolean =>
  confidential && isNamed !== true;

const mark = { zh: "机密 ", en: "confidential " } as const satisfies Record<Language, string>;

export const markOf = (confidential: boolean, language: Language): string => (confidential ? mark[language] : "");
