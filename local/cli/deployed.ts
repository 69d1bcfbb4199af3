import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Env } from "../../lib/compose/env.ts";
import type { Wake } from "../../lib/ports.ts";
import type { Store } from "../../lib/ports.ts";
import type { Table } from "../../lib/store/table.ts";
import { explainAws } from "./explain-aws.ts";
import { failure } from "./failure.ts";

/** Which deployed table is meant: by its name, or by the stage that it was deployed as. */
export type DeployedOptions = { readonly table?: string; readonly stage?: string };

export type Deployed = {
  readonly name: string;
  readonly table: Table;
  readonly client: DynamoDBClient;
  /** Done with the table; what AWS answers against it is thrown as a sentence with the fix. */
  readonly use: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
};

export const isDeployed = ({ table, stage }: DeployedOptions): boolean => table !== undefined || stage !== undefined;

/** The SDK tries twice more: a person sees for himself. */
const timeoutMs = 5_000;

/** The deployed table, by the user's own AWS credentials. The SDK is loaded only here. */
export async function openDeployed({ table, stage }: DeployedOptions, env: Env, now: () => number): Promise<Deployed> {
  const [{ createSdkClient, viaSdk }, { openDynamo }] = await Promise.all([
    import("../../lib/store/dynamo/sdk-client.ts"),
    import("../../lib/store/dynamo/table.ts"),
  ]);
  const hasCredentials = env["AWS_ACCESS_KEY_ID"] !== undefined;
  const client = createSdkClient(env["DYNAMODB_ENDPOINT"] || undefined, hasCredentials, { timeoutMs });
  const use = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      throw explainAws(error, name);
    }
  };
  const name = table ?? (await use(`*-${stage}-Relay*`, () => findTable(client, stage ?? "")));
  return { name, client, table: openDynamo(viaSdk(client), name, now), use: (work) => use(name, work) };
}

/** The app's name, as `sst.config.ts` has it: every table that it deploys begins with it. */
const app = "qq-relay";

async function findTable(client: DynamoDBClient, stage: string): Promise<string> {
  const { paginateListTables } = await import("@aws-sdk/client-dynamodb");
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, { ExclusiveStartTableName: app }))
    names.push(...TableNames.filter((name) => name.startsWith(`${app}-`)));
  const [found, ...others] = names.filter((name) => name.startsWith(`${app}-${stage}-Relay`));
  if (found !== undefined && others.length === 0) return found;
  const there = names.join(", ") || "—";
  if (found !== undefined)
    throw failure("absent", {
      zh: `阶段 ${stage} 有几张表，用 --table 指明：${[found, ...others].join("、")}`,
      en: `stage ${stage} has several tables, name one by --table: ${[found, ...others].join(", ")}`,
    });
  throw failure("absent", {
    zh: `没有阶段 ${stage} 的表。检查 --stage、AWS_REGION 和 AWS_PROFILE；这个账号和地区里有：${there}`,
    en: `there is no table of stage ${stage}. Check --stage, AWS_REGION and AWS_PROFILE; this account and region have: ${there}`,
  });
}

/** In AWS the sweep wakes what is due each minute: that needs no permission but the table's. */
export const wakeBySweep =
  (store: Pick<Store, "changeState">, now: () => number): Wake =>
  (target) =>
    store.changeState(target, { dueAt: now() });
