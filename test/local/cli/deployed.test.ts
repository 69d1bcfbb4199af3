import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableDefinition } from "../../../lib/store/dynamo/definition.ts";
import { openDeployed, wakeBySweep } from "../../../local/cli/deployed.ts";
import { explainAws } from "../../../local/cli/explain-aws.ts";
import { exitOf } from "../../../local/cli/failure.ts";
import { createStore } from "../../../lib/store/store.ts";
import { noon } from "../../support/build.ts";
import { startDynamo } from "../../support/engines.ts";

let engine: Awaited<ReturnType<typeof startDynamo>>;
beforeAll(async () => {
  engine = await startDynamo();
  for (const name of ["qq-relay-prod-RelayTable-abc", "qq-relay-two-RelayTable-a", "qq-relay-two-RelayTable-b"])
    await engine.dynamo.client.send(new CreateTableCommand(tableDefinition(name)));
});
afterAll(() => engine.stop());

const open = (stage: string) => openDeployed({ stage }, { DYNAMODB_ENDPOINT: engine.dynamo.endpoint }, () => noon);

describe("a deployed table", () => {
  it("is found by its stage", async () => {
    expect((await open("prod")).name).toBe("qq-relay-prod-RelayTable-abc");
  });

  it("has to be named where a stage has several, or none", async () => {
    await expect(open("two")).rejects.toThrow("has several tables, name one by --table: qq-relay-two-RelayTable-a,");
    await expect(open("dev")).rejects.toThrow("this account and region have: qq-relay-prod-RelayTable-abc,");
  });

  it("has what is woken looked at by the next sweep", async () => {
    const store = createStore(engine.table, 30);
    await wakeBySweep(store, () => noon)({ scene: "c2c", id: "U1" });
    expect(await Array.fromAsync(store.due("c2c", noon))).toEqual([{ scene: "c2c", id: "U1" }]);
  });
});

const named = (name: string, message = ""): Error => Object.assign(new Error(message), { name });

describe("what AWS answers", () => {
  it.each([
    ["CredentialsProviderError", "Run aws sso login"],
    ["ExpiredTokenException", "or they are over. Log in again"],
    ["AccessDeniedException", "may not use the table T. They need dynamodb:GetItem"],
    ["ValidationException", "T is no table of qq-relay's"],
    ["TimeoutError", "DynamoDB does not answer"],
    ["ThrottlingException", "table T cannot be used (ThrottlingException: slow down)"],
  ])("as %s says what to do", (name, says) => {
    const told = explainAws(named(name, "slow down"), "T") as Error;
    expect(told.message).toContain(says);
    expect(exitOf(told)).toBe(3);
  });
});
