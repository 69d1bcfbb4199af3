import type { Said } from "../../../lib/model/said.ts";

/** What an option means, in both languages. */
export type Words = Said & {
  /** In place of what the schema tells of its type; needed where only code can tell. */
  readonly type?: Said;
  /** Its value where it is left out, as code; nothing where that is nothing. */
  readonly fallback?: string | Said;
};

/** By the option's name; `*` stands for one part of a path whose members mean the same. */
export type WordsOf = Readonly<Record<string, Words>>;

export const span: Said = { zh: "时长，如 `30s` `15m` `2h` `7d`", en: "duration such as `30s` `15m` `2h` `7d`" };
export const time: Said = { zh: "时刻，如 `09:00`", en: "time of day such as `09:00`" };
export const code: Said = { zh: "函数", en: "function" };

export const text = (zh: string, en: string): Said => ({ zh, en });
