import { readdirSync, readFileSync } from "node:fs";
import { isObject } from "../../lib/base/is-object.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { JsonObject } from "./github.ts";
import { inboundOf } from "./inbound.ts";

/** `body` is posted as JSON, `form` as a form, `raw` as it is; a `Message` of SNS that is an object here is JSON in text. */
export type CloudCase = {
  readonly headers?: Record<string, string>;
  readonly body?: JsonObject;
  readonly form?: JsonObject;
  readonly raw?: string;
};

export const cloudSources = ["sns", "cloudmonitor", "standard-webhooks"] as const;

export const cloudFolder = (source: string): URL => new URL(`../golden/${source}/`, import.meta.url);

export const cloudCases = (source: string): readonly string[] =>
  readdirSync(cloudFolder(source)).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

export const readCloudCase = (source: string, name: string): CloudCase =>
  JSON.parse(readFileSync(new URL(`${name}.json`, cloudFolder(source)), "utf8")) as CloudCase;

/** A case as the request that its sender would make of it. */
export function cloudRequest({ headers = {}, body, form, raw }: CloudCase): Inbound {
  if (form) {
    const fields = Object.entries(form).map(
      ([name, value]) => [name, (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed()] as const,
    );
    return inboundOf({
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded; charset=UTF-8" },
      body: new URLSearchParams(Object.fromEntries(fields)).toString(),
    });
  }
  const message = body?.["Message"];
  const json = isObject(message) ? { ...body, Message: JSON.stringify(message) } : body;
  return inboundOf({ headers, body: raw ?? JSON.stringify(json) });
}
