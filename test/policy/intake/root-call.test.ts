import { expect, test } from "vitest";
import type { RootCall } from "../../../lib/model/dialect.ts";
import type { Inbound } from "../../../lib/model/inbound.ts";
import { segmentsOf } from "../../../lib/policy/intake/fit-path.ts";
import { type CalledRoot, readRootCall } from "../../../lib/policy/intake/root-call.ts";
import { firstBodyFields } from "../../../lib/verify/body-field.ts";
import { inboundOf } from "../../support/inbound.ts";

const byQuery: RootCall = { path: "message", named: { query: "token" } };
const byHeader: RootCall = { path: "message", named: { header: "Authorization" } };
const byField: RootCall = { path: "push", named: { field: "device_key" } };
const bySegment: RootCall = { path: "hooks/:key" };
const byTopic: RootCall = { path: ":key/publish", as: "topic" };
const byTopicField: RootCall = { path: "", named: { field: "topic" }, as: "topic" };

type Sent = Parameters<typeof inboundOf>[0] & Pick<Inbound, "path">;

test.each<[root: RootCall, sent: Sent, called: CalledRoot | undefined]>([
  [byQuery, { path: "/message", query: { token: "ci.s3cret" } }, { id: "ci", key: "s3cret", rest: ["message"] }],
  [byQuery, { path: "/message/", query: { token: "ci.a.b." } }, { id: "ci", key: "a.b.", rest: ["message"] }],
  [byQuery, { path: "/message", query: { token: "ci" } }, undefined],
  [byQuery, { path: "/message", query: { token: ".s3cret" } }, undefined],
  [byQuery, { path: "/message", query: { token: "c i.s3cret" } }, undefined],
  [byQuery, { path: "/message", query: {} }, undefined],
  [byQuery, { path: "/messages", query: { token: "ci.s3cret" } }, undefined],
  [byQuery, { path: "/message/x", query: { token: "ci.s3cret" } }, undefined],
  [
    byHeader,
    { path: "/message", headers: { authorization: "Bearer ci.x" } },
    { id: "ci", key: "x", rest: ["message"] },
  ],
  [byHeader, { path: "/message", headers: { authorization: "ci.x" } }, { id: "ci", key: "x", rest: ["message"] }],
  [byField, { path: "/push", body: '{"device_key":"ci.x"}' }, { id: "ci", key: "x", rest: ["push"] }],
  [byField, { path: "/push", body: "device_key=ci.x&body=hi" }, { id: "ci", key: "x", rest: ["push"] }],
  [byField, { path: "/push", body: '{"device_key":["ci.x","b"]}' }, { id: "ci", key: "x", rest: ["push"] }],
  [byField, { path: "/push", body: '{"device_key":[]}' }, undefined],
  [byField, { path: "/push", body: '{"device_key":[{"ci.x":1}]}' }, undefined],
  [byField, { path: "/push", body: '{"device_key":' }, undefined],
  [bySegment, { path: "/hooks/ci.x" }, { id: "ci", key: "x", rest: ["hooks"] }],
  [bySegment, { path: "/hooks" }, undefined],
  [byTopic, { path: "/ci/publish" }, { id: "ci", rest: ["publish"] }],
  [byTopic, { path: "/c%20i/publish" }, undefined],
  [byTopicField, { path: "/", body: '{"topic":"ci"}' }, { id: "ci", rest: [] }],
  [byTopicField, { path: "/", body: '{"topic":"__proto__"}' }, undefined],
])("%j: %j", (root, sent, called) => {
  const inbound = inboundOf(sent);
  expect(readRootCall(root, segmentsOf(sent.path), inbound, firstBodyFields(inbound))).toEqual(called);
});

const joined: RootCall = { path: "message/push", named: { query: "pushkey" }, as: "joined" };

test.each<[pushkey: string, called: Pick<CalledRoot, "id" | "key"> | undefined]>([
  ["cis3cret", { id: "ci", key: "s3cret" }],
  ["ci2s3cret", { id: "ci2", key: "s3cret" }],
  ["ci", undefined],
  ["s3cretci", undefined],
  ["", undefined],
])("of the routes ci and ci2, %j means", (pushkey, called) => {
  const inbound = inboundOf({ path: "/message/push", query: { pushkey } });
  const read = readRootCall(joined, ["message", "push"], inbound, firstBodyFields(inbound), ["ci", "ci2"]);
  expect(read).toEqual(called && { ...called, rest: ["message", "push"] });
});
