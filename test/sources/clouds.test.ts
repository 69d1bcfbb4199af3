import { describe, expect, it } from "vitest";
import type { LevelScale } from "../../lib/model/level-scale.ts";
import type { Notice } from "../../lib/model/notice.ts";
import type { Parsed } from "../../lib/model/source.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { JsonObject } from "../support/github.ts";
import { cloudRequest, cloudSources, readCloudCase } from "../support/clouds.ts";
import { formatOf } from "../support/formats.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

describe.each(cloudSources.filter((name) => name !== "standard-webhooks"))("%s", (source) => {
  it.each(badBodies)("refuses %s, and throws over nothing", (_, body) => {
    expect(formatOf(source).parse(inboundOf({ body }), {})).toMatchObject({
      refusal: expect.stringMatching(/^(unreadable|invalid)$/),
      message: expect.stringMatching(/ · .*\p{Script=Han}/su),
    });
  });
});

function parse(source: string, name: string, change: JsonObject = {}, levels: LevelScale = {}): Parsed {
  const { body, form, ...rest } = readCloudCase(source, name);
  const changed = form ? { form: { ...form, ...change } } : { body: { ...body, ...change } };
  const parsed = formatOf(source).parse(cloudRequest({ ...rest, ...changed }), { levels });
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed;
}

const at = new Date("2026-11-21T20:00:00Z");

const tell = (source: string, parsed: Parsed, levels: LevelScale = {}): Notice | undefined =>
  formatOf(source).map(parsed, { language: "en", at, timeZone: "UTC", levels });

describe("CloudWatch", () => {
  it("tells an alarm's end under the key of its beginning, by SNS and by EventBridge", () => {
    const [begun, ended, event] = ["alarm", "alarm-ok", "alarm-by-eventbridge"].map((name) =>
      tell("sns", parse("sns", name)),
    );
    expect(ended).toMatchObject({ key: begun?.key, replaces: true, resolved: true });
    expect(event).toMatchObject({ key: begun?.key, content: begun?.content, lines: begun?.lines, link: begun?.link });
  });

  it("has its levels by the route's own words", () => {
    const levels = { ALARM: "critical", INSUFFICIENT_DATA: "info" } as const;
    expect(tell("sns", parse("sns", "alarm"), levels)?.level).toBe("critical");
    expect(tell("sns", parse("sns", "alarm-insufficient-data"), levels)?.level).toBe("info");
    expect(tell("sns", parse("sns", "alarm-ok"), levels)?.level).toBe("success");
    expect(tell("sns", parse("sns", "budget-actual"), { ACTUAL: "warning" })?.level).toBe("warning");
  });

  it("is known again by SNS's id, whatever else came with it", () => {
    const first = parse("sns", "alarm");
    expect(parse("sns", "alarm", { UnsubscribeURL: "https://x.example" })).toMatchObject({ id: first.id });
    expect(parse("sns", "alarm", { MessageId: "another" }).id).toBe("another");
  });
});

describe("CloudMonitor", () => {
  it("tells a rule's end for an instance under the key of its beginning, and no other instance's", () => {
    const [begun, ended] = ["alert", "alert-ok"].map((name) => tell("cloudmonitor", parse("cloudmonitor", name)));
    expect(ended).toMatchObject({ key: begun?.key, replaces: true, resolved: true });
    const other = parse("cloudmonitor", "alert", { dimensions: "{instanceId=i-2, userId=1234567890123456}" });
    expect(tell("cloudmonitor", other)?.key).not.toBe(begun?.key);
  });

  it("knows an instance however its dimensions are written", () => {
    const keys = [
      "{instanceId=i-1, device=/dev/vda1, userId=1}",
      '{"device":"/dev/vda1","instanceId":"i-1","userId":"1"}',
      '[{"userId":"1","instanceId":"i-1","device":"/dev/vda1"}]',
    ].map((dimensions) => tell("cloudmonitor", parse("cloudmonitor", "alert", { dimensions }))?.key);
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ["CRITICAL", "critical"],
    ["WARN", "warning"],
    ["INFO", "info"],
    ["null", "error"],
    ["OK", "error"],
    ["Sev9", "error"],
  ])("has %s for %s", (triggerLevel, level) => {
    expect(tell("cloudmonitor", parse("cloudmonitor", "alert", { triggerLevel }))?.level).toBe(level);
  });

  it("has its levels by the route's own words, and says which nobody knows", () => {
    const levels = { Sev9: "info" } as const;
    expect(tell("cloudmonitor", parse("cloudmonitor", "alert", { triggerLevel: "Sev9" }, levels), levels)?.level).toBe(
      "info",
    );
    expect(parse("cloudmonitor", "alert", { triggerLevel: "Sev9" })).toMatchObject({ unknownLevel: "Sev9" });
    expect(parse("cloudmonitor", "alert")).not.toHaveProperty("unknownLevel");
  });

  it("sent again is the same, and a state that came back is not", () => {
    const { content } = parse("cloudmonitor", "alert");
    expect(parse("cloudmonitor", "alert", { signature: "another" }).content).toBe(content);
    expect(parse("cloudmonitor", "alert", { timestamp: "1795290960000" }).content).not.toBe(content);
    expect(parse("cloudmonitor", "alert", { triggerLevel: "WARN" }).content).not.toBe(content);
  });
});

describe("Standard Webhooks", () => {
  const idOf = (headers: Record<string, string>) =>
    formatOf("standard-webhooks").parse(inboundOf({ headers, body: '{"type":"a"}' }), {});

  const [own, svix] = [{ "webhook-signature": "v1,x" }, { "svix-signature": "v1,x" }];

  it.each<[string, Record<string, string>, object]>([
    ["its id", { ...own, "webhook-id": "m1" }, { id: "m1" }],
    ["Svix's", { ...svix, "svix-id": "m1" }, { id: "m1" }],
    ["the one of both", { ...own, ...svix, "webhook-id": "m1", "svix-id": "m1" }, { id: "m1" }],
    ["only an id that is signed", { ...svix, "svix-id": "m1", "webhook-id": "m2" }, { id: "m1" }],
    ["what it says, where none is signed", { "webhook-id": "m2" }, { content: '{"type":"a"}' }],
    ["no id of anybody's choice", { ...own, ...svix, "webhook-id": "m1", "svix-id": "m2" }, { refusal: "invalid" }],
  ])("is known again by %s", (_, headers, known) => expect(idOf(headers)).toMatchObject(known));

  it.each([
    ["invoice.payment_failed", "error"],
    ["job-succeeded", "success"],
    ["subscription.ended", "info"],
    ["constructor", "info"],
  ])("of type %s is %s", (type, level) => {
    const parsed = parse("standard-webhooks", "response-completed", { type });
    expect(tell("standard-webhooks", parsed)?.level).toBe(level);
  });
});
