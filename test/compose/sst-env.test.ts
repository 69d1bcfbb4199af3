import { expect, it, vi } from "vitest";

const links = {
  App: { name: "qq-relay", stage: "dev" },
  Relay: { name: "the-table" },
  Wake: { c2c: "f-c2c", group: "f-group", channel: "f-channel", dm: "f-dm", endpoint: "https://lambda.example" },
  QqAppId: { value: "102" },
  QqAppSecret: { value: "a secret" },
  GithubSecret: { value: "another" },
};

// SST's library reads these once, when it is first asked.
const variables = Object.fromEntries(
  Object.entries(links).map(([name, link]) => [`SST_RESOURCE_${name}`, JSON.stringify(link)]),
);
for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
const { readLinks } = await import("../../lib/compose/sst-env.ts");

it("links stand in the environment under the names that the embedded run reads", () => {
  expect(readLinks({ ...variables, AWS_REGION: "ap-east-1" })).toEqual({
    ...variables,
    AWS_REGION: "ap-east-1",
    RELAY_TABLE: "the-table",
    RELAY_METRICS: "qq-relay/dev",
    RELAY_LAMBDA_ENDPOINT: "https://lambda.example",
    RELAY_FUNCTION_C2C: "f-c2c",
    RELAY_FUNCTION_GROUP: "f-group",
    RELAY_FUNCTION_CHANNEL: "f-channel",
    RELAY_FUNCTION_DM: "f-dm",
    QQ_APP_ID: "102",
    QQ_APP_SECRET: "a secret",
    GithubSecret: "another",
  });
});

it.each(["Relay", "Wake"] as const)("a function that %s is not linked to does not start", (name) => {
  readLinks(variables);
  const { __SST_RESOURCE_RAW__: known } = globalThis as unknown as { __SST_RESOURCE_RAW__: Record<string, unknown> };
  Reflect.deleteProperty(known, name);
  expect(() => readLinks(variables)).toThrow(`"${name}" is not linked`);
  known[name] = links[name];
});

it("without links the environment is as given", () => {
  const env = { QQ_APP_ID: "102", RELAY_TABLE: "mine" };
  expect(readLinks(env)).toBe(env);
});
