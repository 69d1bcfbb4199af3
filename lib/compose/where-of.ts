import { localAt, type Where } from "../store/dynamo/client.ts";
import { type Env, readTableConfig } from "./env.ts";

/** Domains of AWS's services, where regions of another partition have another. */
const domains = [
  ["cn-", "amazonaws.com.cn"],
  ["eusc-", "amazonaws.eu"],
] as const;

const domainOf = (region: string): string =>
  domains.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "amazonaws.com";

/**
 * Which database is meant, and by whose credentials: those of the environment, where a function's are. An endpoint without
 * credentials is an engine of one's own.
 */
export function whereOf(env: Env): Where {
  const { endpoint } = readTableConfig(env);
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  if (endpoint !== undefined && accessKeyId === undefined) return localAt(endpoint);
  const region = env["AWS_REGION"] || env["AWS_DEFAULT_REGION"];
  if (!accessKeyId || !secretAccessKey || !region)
    throw new Error(
      "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION must be set, all three, for DynamoDB in AWS",
    );
  return {
    endpoint: endpoint ?? `https://dynamodb.${region}.${domainOf(region)}`,
    region,
    credentials: { accessKeyId, secretAccessKey, ...(token && { sessionToken: token }) },
  };
}
