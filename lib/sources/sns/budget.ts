import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { httpLink } from "../http-link.ts";
import { joinSaid } from "../join-said.ts";
import { readLevel } from "../levels/read-level.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { words } from "./words.ts";

/** What AWS Budgets says in its text, a line each. */
export type Budget = {
  readonly name: string;
  readonly kind: "ACTUAL" | "FORECASTED";
  readonly amount: string;
  readonly threshold: string;
  readonly budgeted: string;
  readonly account: string;
  readonly link: string | undefined;
};

/** In characters: the text has some 900. */
const maxRead = 8_000;

/** Reads the text that AWS Budgets publishes; undefined for any other. */
export function readBudget(message: unknown): Budget | undefined {
  if (typeof message !== "string") return undefined;
  const text = message.slice(0, maxRead);
  const said = (name: string): string =>
    new RegExp(`^[ \\t]*${name}:[ \\t]*(.{1,200})$`, "im").exec(text)?.[1]?.trim() ?? "";
  const kind = said("Alert Type").toUpperCase();
  if (kind !== "ACTUAL" && kind !== "FORECASTED") return undefined;
  const [name, amount, threshold] = [said("Budget Name"), said(`${kind} Amount`), said("Alert Threshold")];
  if (name === "" || amount === "" || threshold === "") return undefined;
  return {
    name,
    kind,
    amount,
    threshold,
    budgeted: said("Budgeted Amount"),
    account: /^[ \t]*AWS Account:?[ \t]+(\d{12})\b/m.exec(text)?.[1] ?? "",
    link: httpLink(/^[ \t]*\[1\][ \t]+(\S{1,500})/m.exec(text)?.[1]),
  };
}

/** A budget's alert: a newer one of the budget says all that older ones said. What is only foreseen is a warning. */
export function mapBudget(budget: Budget, event: string, { language, at, levels }: MapContext): Notice {
  const { budget: title, budgeted, account } = words[language];
  const name = oneLine(budget.name, 100) || "-";
  const more = [
    budget.budgeted === "" ? "" : budgeted(oneLine(budget.budgeted, 60)),
    budget.account === "" ? "" : account(budget.account),
  ];
  const line = joinSaid(more, " · ");
  return {
    source: "sns",
    event,
    level: readLevel(budget.kind, levels) ?? (budget.kind === "ACTUAL" ? "error" : "warning"),
    title: title(name, budget.kind, oneLine(budget.amount, 40), oneLine(budget.threshold, 40)),
    lines: line === "" ? [] : [line],
    ...(budget.link !== undefined && { link: budget.link }),
    at: at.toISOString(),
    key: `sns/budget/${shortKey(`${budget.account}/${budget.name}`)}`,
    replaces: true,
  };
}
