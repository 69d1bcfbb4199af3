import { expect, it } from "vitest";
import { commandsFor, type FoundTable, whyForeign } from "../../lib/config/adopted-table.ts";

const whole: FoundTable = {
  name: "restored",
  hashKey: "pk",
  rangeKey: "sk",
  indexes: ["live", "due"],
  expires: true,
  recovers: true,
  isProtected: true,
};

it.each<[string, Partial<FoundTable>]>([
  ["other keys", { hashKey: "id" }],
  ["no second key", { rangeKey: undefined }],
  ["an index that was not restored", { indexes: ["live"] }],
])("a table with %s is none of the relay's", (_, change) => {
  expect(whyForeign(whole)).toBeUndefined();
  expect(whyForeign({ ...whole, ...change })).toContain("restored is no table of the relay's");
});

const lost = { ...whole, expires: false, recovers: false, isProtected: false };

it("what a restored table has lost is given back, in production all of it", () => {
  expect(commandsFor(whole, true)).toEqual([]);
  expect(commandsFor(lost, true)).toEqual([
    "aws dynamodb update-time-to-live --table-name restored --time-to-live-specification Enabled=true,AttributeName=expiresAt",
    "aws dynamodb update-continuous-backups --table-name restored --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true",
    "aws dynamodb update-table --table-name restored --deletion-protection-enabled",
  ]);
  expect(commandsFor(lost, false)).toEqual(commandsFor({ ...lost, recovers: true, isProtected: true }, true));
});
