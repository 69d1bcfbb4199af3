import { expect, test } from "vitest";
import type { Source } from "../../lib/model/source.ts";
import { chooseSource } from "../../lib/policy/intake/choose-source.ts";
import { sources } from "../../lib/sources/index.ts";
import { type Monitor, readCase, requestOf } from "./monitors.ts";

const all: readonly Source[] = Object.values(sources);
const last = all.filter(({ name }) => name === "generic");

/** The source that a request is of, where a route takes all that there are, and generic last of them. */
const sourceOf = (name: Monitor, file: string): string | undefined =>
  chooseSource([...all.filter((source) => source.name !== "generic"), ...last], requestOf(readCase(name, file)))?.name;

test.each<[Monitor, string]>([
  ["uptime-kuma", "down"],
  ["uptime-kuma", "certificate"],
  ["uptime-kuma", "form-of-a-maintenance"],
  ["uptime-kuma", "down-by-get"],
  ["healthchecks", "up"],
  ["healthchecks", "json-alone-of-a-cron"],
  ["healthchecks", "names-in-the-query"],
  ["sentry", "issue-created"],
  ["sentry", "comment"],
  ["sentry", "plugin"],
  ["jenkins", "failure"],
  ["zabbix", "problem"],
  ["zabbix", "discovery"],
  ["zabbix", "names-of-another-script"],
])("of a route's several sources %s knows its own: %s", (name, file) => expect(sourceOf(name, file)).toBe(name));

test.each<[Monitor, string]>([
  ["zabbix", "of-another-tool"],
  ["healthchecks", "numbers-alone"],
])("what is nobody's is left to the last: %s, %s", (name, file) => expect(sourceOf(name, file)).toBe("generic"));
