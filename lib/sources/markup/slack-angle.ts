import { httpLink } from "../http-link.ts";
import type { Finds } from "./told.ts";

const signs = { "&lt;": "<", "&gt;": ">", "&amp;": "&" } as const;

/** Slack's three escapes, each undone once. */
export const unescapeSlack = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (sign) => signs[sign as keyof typeof signs]);

const broadcasts = new Set(["here", "channel", "everyone"]);

/**
 * What stands for Slack's angle brackets (all between them) in words: links by their label, people and channels as plain words,
 * calls to everybody as nothing. Undefined where they are none of Slack's: senders that escape nothing write `<db1>` too.
 */
export function readSlackAngle(inner: string, finds: Finds): string | undefined {
  const bar = inner.indexOf("|");
  const target = unescapeSlack(bar < 0 ? inner : inner.slice(0, bar)).trim();
  const label = bar < 0 ? "" : unescapeSlack(inner.slice(bar + 1)).trim();
  if (/^https?:\/\/\S+$/i.test(target)) return readLink(target, label, finds);
  if (/^(?:mailto|tel):\S+$/i.test(target)) return label || target.slice(target.indexOf(":") + 1);
  if (/^[@#][\w.-]+$/.test(target)) return `${target.slice(0, 1)}${label.replace(/^[@#]/, "") || target.slice(1)}`;
  return target.startsWith("!") ? readCommand(target.slice(1), label, finds) : undefined;
}

function readLink(url: string, label: string, finds: Finds): string {
  // A label that is an address itself may be another's.
  if (label === "" || /^https?:\/\//i.test(label)) return url;
  finds.link ??= httpLink(url);
  return label;
}

function readCommand(command: string, label: string, finds: Finds): string | undefined {
  if (broadcasts.has(command)) {
    finds.calls ??= `@${command}`;
    return "";
  }
  if (command.startsWith("date^")) return label;
  return command.startsWith("subteam^") ? `@${label.replace(/^@/, "") || command.slice(8)}` : undefined;
}
