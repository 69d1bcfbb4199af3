import { describe, expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { cloudCases, cloudFolder, cloudRequest, cloudSources, readCloudCase } from "../support/clouds.ts";
import { formatOf } from "../support/formats.ts";
import { noticeFaults } from "./notice-faults.ts";

type Said = Notice | Refusal | undefined;

const words = (said: Said): readonly string[] => {
  if (said === undefined) return ["(says nothing)"];
  if (isRefusal(said)) return [`refused ${said.refusal}: ${said.message}`];
  return [`[${said.level}] ${said.title}`, ...said.lines.map((line) => `    ${line}`)];
};

const facts = (said: Said): readonly string[] =>
  said === undefined || isRefusal(said)
    ? []
    : [
        said.link ?? "(no link)",
        `${said.key ?? "(no key)"}${said.replaces ? " · replaces" : ""}${said.resolved ? " · resolved" : ""}`,
        said.at,
      ];

describe.each(cloudSources)("%s", (source) => {
  test.each(cloudCases(source))("%s", async (name) => {
    const inbound = cloudRequest(readCloudCase(source, name));
    const format = formatOf(source);
    const parsed = format.parse(inbound, {});
    const [zh, en] = languages.map((language) =>
      isRefusal(parsed) ? parsed : format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" }),
    );
    for (const said of [zh, en])
      if (said && !isRefusal(said)) expect(noticeFaults({ key: `${source}/`, ...said }, source)).toEqual([]);
    const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
    const event = isRefusal(parsed) ? [] : [[parsed.event, parsed.action].filter(Boolean).join(".")];
    const text = [...told, ...facts(en), ...event].map((line) => `${line}\n`).join("");
    await expect(text).toMatchFileSnapshot(new URL(`${name}.notice`, cloudFolder(source)).pathname);
  });
});
