import { isRefusal } from "../../model/refusal.ts";
import { objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { parseJson } from "../read-json.ts";

/** A part of an action in a header: a name before `=`, a value bare or in quotes, and what ends it. */
const part = /\s*(?:([-.\w]{1,40})\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,;]*))\s*([,;]|$)/gy;

/** In characters: three actions with their addresses are shorter. */
const maxLength = 2_000;

const order = ["action", "label", "url"] as const;

type Action = Readonly<Record<string, unknown>>;

/** `view, Open, https://…; http, label=…, url=…`, as ntfy's server/actions.go reads it. */
function readHeader(text: string): readonly Action[] {
  const actions: Record<string, string>[] = [];
  let action: Record<string, string> | undefined;
  let at = 0;
  for (const [whole, name, double, single, bare = "", end] of text.slice(0, maxLength).matchAll(part)) {
    if (whole === "") break;
    if (action === undefined) {
      actions.push((action = {}));
      at = 0;
    }
    const key = order.find((each) => each === (name?.toLowerCase() ?? order[at]));
    if (key !== undefined) action[key] = double ?? single ?? bare.trim();
    at += 1;
    if (end === ";") action = undefined;
  }
  return actions;
}

function readActions(value: unknown): readonly Action[] {
  const text = textOf(value)?.trim();
  if (text === undefined) return objectsOf(value);
  if (!text.startsWith("[")) return readHeader(text);
  const parsed = parseJson(text);
  return isRefusal(parsed) ? [] : objectsOf(parsed.json);
}

/** Where the first button leads that only shows a page. Those that do something by a request are nobody's to follow. */
export const viewedBy = (value: unknown): string | undefined =>
  readActions(value).flatMap(({ action, url }) =>
    textOf(action)?.toLowerCase() === "view" ? (httpLink(textOf(url)) ?? []) : [],
  )[0];
