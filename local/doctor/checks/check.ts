import type { Said } from "../../../lib/model/said.ts";
import type { Facts } from "../facts.ts";
import type { CheckName, Finding } from "../finding.ts";

/** What a check makes of the facts: findings, or why it could not look. */
export type Judgement = readonly Finding[] | { readonly skipped: Said };

/** One judgement over facts: pure, and silent about what is well. */
export type Check = (facts: Facts) => Judgement;

type Words = { readonly message: Said; readonly fix: Said };

/** What is wrong for certain. */
export const fault = (check: CheckName, words: Words): Finding => ({ check, severity: "fault", ...words });

/** What may be meant so. */
export const warning = (check: CheckName, words: Words): Finding => ({ check, severity: "warning", ...words });

export const skip = (zh: string, en: string): Judgement => ({ skipped: { zh, en } });

/** Whether messages go to QQ itself and not to the simulator. */
export const isReal = ({ where, bot }: Facts): boolean => where === "deployed" || (bot.id && bot.secret);

/** What to write in a command that is for each of several: the one name, or the place of each. */
export const oneOf = (names: readonly string[], place: string): string =>
  names.length === 1 ? (names[0] ?? place) : place;
