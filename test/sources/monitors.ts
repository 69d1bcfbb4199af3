import { readdirSync, readFileSync } from "node:fs";
import type { Inbound } from "../../lib/model/inbound.ts";
import { inboundOf } from "../support/inbound.ts";

/** A request to a route's address: `raw` where the body is no JSON. */
export type Case = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly raw?: string;
};

export const monitorFolder = new URL("../golden/monitors/", import.meta.url);

/** Sources whose goldens are below `test/golden/monitors`. */
export const monitors = ["uptime-kuma", "healthchecks", "sentry", "jenkins", "zabbix"] as const;

export type Monitor = (typeof monitors)[number];

export const casesOf = (name: Monitor): readonly string[] =>
  readdirSync(new URL(`${name}/`, monitorFolder)).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

export const readCase = (name: Monitor, file: string): Case =>
  JSON.parse(readFileSync(new URL(`${name}/${file}.json`, monitorFolder), "utf8")) as Case;

export const requestOf = ({ body, raw, ...rest }: Case): Inbound =>
  inboundOf({ ...rest, body: raw ?? JSON.stringify(body) });
