import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ZabbixBody } from "../../lib/sources/zabbix/body.ts";
import { root } from "../structure/project-files.ts";

const read = (file: string): string => readFileSync(join(root, "docs/senders", file), "utf8");

const media = read("zabbix.media.yaml");
const script = read("zabbix.media.js");

test("the media type to import has the script that there is to paste", () => {
  const [, block = ""] = /\n {6}script: \|\n((?: {8}.*\n|\n)+)/.exec(media) ?? [];
  expect(block.replaceAll(/^ {8}/gm, "")).toBe(script);
});

test("every parameter is read, and every one of the script's own is there", () => {
  const names = [...media.matchAll(/- name: (\w+)\n\s+value:/g)].map(([, name = ""]) => name);
  const own = ["relay_url", "relay_secret", "HTTPProxy"];
  expect(names).toEqual(expect.arrayContaining(own));
  const unread = names.filter((name) => !own.includes(name) && !Object.hasOwn(ZabbixBody.shape, name));
  // What tells one update from the next.
  expect(unread).toEqual(["event_update_time"]);
});
