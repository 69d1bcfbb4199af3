import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect, it } from "vitest";
import { whereOf } from "../../lib/compose/where-of.ts";

const keys = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };
const credentials = { accessKeyId: "id", secretAccessKey: "secret" };
const local = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

it.each([
  [
    { ...keys, AWS_SESSION_TOKEN: "token", AWS_REGION: "ap-southeast-1" },
    {
      endpoint: "https://dynamodb.ap-southeast-1.amazonaws.com",
      region: "ap-southeast-1",
      credentials: { ...credentials, sessionToken: "token" },
    },
  ],
  [
    { ...keys, AWS_DEFAULT_REGION: "cn-north-1" },
    { endpoint: "https://dynamodb.cn-north-1.amazonaws.com.cn", region: "cn-north-1", credentials },
  ],
  [
    { ...keys, AWS_REGION: "us-east-1", DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" },
    { endpoint: "http://127.0.0.1:8000", region: "us-east-1", credentials },
  ],
  [
    { AWS_REGION: "us-east-1", DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" },
    { endpoint: "http://127.0.0.1:8000", ...local },
  ],
] as const)("%j is a database", (env, where) => {
  expect(whereOf(env)).toEqual(where);
});

it.each([{}, keys, { AWS_REGION: "us-east-1" }, { ...keys, DYNAMODB_ENDPOINT: "http://127.0.0.1:8000" }])(
  "%j says too little",
  (env) => {
    expect(() => whereOf(env)).toThrow(/must be set, all three/);
  },
);

it.each(["us-east-1", "ap-east-1", "mx-central-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1", "eusc-de-east-1"])(
  "in %s the database is where the SDK finds it",
  async (region) => {
    const { config } = new DynamoDBClient({ region, credentials });
    const { url } = config.endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false });
    expect(`${whereOf({ ...keys, AWS_REGION: region }).endpoint}/`).toBe(url.href);
  },
);
