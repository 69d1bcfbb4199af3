import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sources } from "../../lib/sources/index.ts";
import { topFields } from "../../lib/base/top-fields.ts";
import type { Source } from "../../lib/model/source.ts";
import { inboundOf } from "../support/inbound.ts";
import { nativeProofs } from "./native-proofs.ts";

type Case = {
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
};

const arrs = ["sonarr", "radarr", "lidarr", "readarr", "prowlarr"];

/** Who of all sources takes a golden's request, proved as its sender does, for its own: by its headers, else by its names. */
function ownersOf(name: string, file: string): readonly string[] {
  const path = new URL(`../golden/presets/${name}/${file}.json`, import.meta.url);
  const { headers = {}, query = {}, body } = JSON.parse(readFileSync(path, "utf8")) as Case;
  const text = body === undefined ? "" : JSON.stringify(body);
  const [way] = Object.values(nativeProofs[name]?.ways ?? {});
  const proof = way?.sent("secret", text, new Date("2026-11-21T20:00:00Z")).headers ?? {};
  const inbound = inboundOf({ headers: { ...headers, ...proof }, query, body: text });
  const ownersBy = (keys: ReadonlySet<string>) =>
    Object.values<Source>(sources).flatMap(({ isMine, name: own }) => (isMine?.(inbound, keys) ? [own] : []));
  const byHeaders = ownersBy(new Set());
  return byHeaders.length > 0 ? byHeaders : ownersBy(new Set(topFields(inbound, 1_000_000).keys()));
}

test.each([
  ["emby", "new-episode"],
  ["jellyfin", "added"],
  ["miniflux", "one-entry"],
  ["flux", "failed"],
  ["diun", "update"],
  ["statuspage", "investigating"],
  ["uptimerobot", "down-in-the-query"],
  ["cloudflare", "origin-error-begins"],
  ["linear", "issue-created"],
  ["jira", "created"],
  ["pagerduty", "triggered"],
  ["stripe", "dispute"],
  ["vercel", "error"],
  ["bililive-recorder", "live"],
  ["azure-monitor", "fired"],
])("a request of %s is its own, and nobody else's", (name, file) => expect(ownersOf(name, file)).toEqual([name]));

test("Coolify's has names of its own", () => expect(ownersOf("coolify", "deployed")).toContain("coolify"));

test.each(arrs)("%s is told from its kin by its user agent", (name) => {
  const agent = `${name.charAt(0).toUpperCase()}${name.slice(1)}/4.0.9 (ubuntu 24.04)`;
  const inbound = inboundOf({ headers: { "user-agent": agent }, body: '{"eventType":"Test"}' });
  expect(Object.values<Source>(sources).filter(({ isMine }) => isMine?.(inbound, new Set()))).toEqual([
    expect.objectContaining({ name }),
  ]);
  expect(ownersOf("sonarr", "grab")).toEqual(arrs);
});
