import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Inbound } from "../../../lib/model/inbound.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { alertmanagerFormat } from "../../../lib/sources/alertmanager/format.ts";
import type { SourceName } from "../../../lib/sources/index.ts";
import { noon } from "../build.ts";

/** A payload of a folder, as the relay would get it. */
export type CorpusRequest = { readonly name: string; readonly source: SourceName; readonly inbound: Inbound };

type Given = { readonly headers?: Readonly<Record<string, string>>; readonly text: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

/** Files of a folder and below it, in order. */
const filesOf = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((name) => filesOf(join(path, name)))
    : [path];

/**
 * What a file holds: examples by GitHub's events as `@octokit/webhooks-examples` lists them, a request written as
 * `{ headers, body }` or `{ headers, raw }`, or a body alone.
 */
function given(file: string): readonly Given[] {
  const text = readFileSync(file, "utf8");
  const json: unknown = file.endsWith(".json") ? JSON.parse(text) : undefined;
  if (Array.isArray(json) && json.every((each) => isRecord(each) && Array.isArray(each["examples"])))
    return json.flatMap(({ name, examples }: { readonly name: string; readonly examples: readonly unknown[] }) =>
      examples.map((body) => ({ headers: { "x-github-event": name }, text: JSON.stringify(body) })),
    );
  if (isRecord(json) && isRecord(json["headers"]) && ("body" in json || "raw" in json))
    return [{ headers: json["headers"] as Record<string, string>, text: textOf(json["raw"] ?? json["body"]) }];
  return [{ text }];
}

const lowered = (headers: Readonly<Record<string, string>>): Inbound["headers"] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function sourceOf(inbound: Inbound): SourceName {
  if (inbound.headers["x-github-event"] !== undefined) return "github";
  return isRefusal(alertmanagerFormat.parse(inbound, {})) ? "generic" : "alertmanager";
}

/** Every payload of a folder: JSON and text files, whatever their names. */
export const readRequests = (folder: string): readonly CorpusRequest[] =>
  filesOf(folder)
    .filter((file) => /\.(?:json|txt)$/.test(file))
    .flatMap((file) =>
      given(file).map(({ headers = {}, text }, index, all) => {
        const type = file.endsWith(".txt") ? "text/plain" : "application/json";
        const inbound: Inbound = {
          method: "POST",
          path: "/corpus",
          headers: { "content-type": type, ...lowered(headers) },
          query: {},
          body: Buffer.from(text),
          at: new Date(noon),
        };
        return { name: all.length > 1 ? `${file} ${index}` : file, source: sourceOf(inbound), inbound };
      }),
    );
