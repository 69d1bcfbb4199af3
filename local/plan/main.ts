import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { routes } from "../../infra/routes.ts";
import type { Routes } from "../../lib/model/route.ts";
import { loadEnv } from "../run/load-env.mjs";
import { evaluatePlan } from "./evaluate.ts";
import { showPlan } from "./show-plan.ts";

// node local/plan/main.ts --stage STAGE: prints what `sst deploy` would make. Needs no AWS account, and asks none.
loadEnv(process.env);
const { AWS_REGION, AWS_DEFAULT_REGION, SST_STAGE, RELAY_ADOPT_TABLE } = process.env;

const { stage } = new Command("plan")
  .description("部署会建什么、有什么权限，不问 AWS · what a deployment would make, and its rights; asks nothing of AWS")
  .option("--stage <name>", "阶段 · stage (SST_STAGE)", SST_STAGE || undefined)
  .parse()
  .opts<{ readonly stage?: string }>();
if (stage === undefined) {
  console.error(
    "说明是哪个阶段：npm run plan -- --stage production，或在 .env 里写 SST_STAGE\n" +
      "Say which stage: npm run plan -- --stage production, or set SST_STAGE in .env",
  );
  process.exit(2);
}
if (!/^[a-z][\da-z-]*$/i.test(stage)) {
  console.error(
    `阶段 ${stage}：要以字母开头，只能有字母、数字和连字符\n` +
      `stage ${stage} must begin with a letter, and have letters, digits and hyphens only`,
  );
  process.exit(2);
}
// Where neither is set, SST takes this one too.
const region = AWS_REGION || AWS_DEFAULT_REGION || "us-east-1";

// What is planned is the same whatever the secrets are.
const names = Object.values<Routes[string]>(routes).flatMap(({ secret }) => secret ?? []);
for (const name of ["QqAppId", "QqAppSecret", ...names]) process.env[`SST_SECRET_${name}`] = "planned";

/** A table that is to be adopted is taken to be one of the relay's: AWS, which knows, is not asked. */
const likeOurs = {
  hashKey: "pk",
  rangeKey: "sk",
  localSecondaryIndexes: [{ name: "live" }],
  globalSecondaryIndexes: [{ name: "due" }],
};

const folder = mkdtempSync(join(tmpdir(), "qq-relay-plan-"));
try {
  const plan = await evaluatePlan({
    root: join(import.meta.dirname, "..", ".."),
    stage,
    region,
    folder,
    // Code is the same whatever it says: only that there is a handler is looked at.
    bundle: async (_, __, out) => writeFileSync(join(out, "bundle.mjs"), ""),
    ...(RELAY_ADOPT_TABLE && { found: { [RELAY_ADOPT_TABLE]: likeOurs } }),
  });
  process.stdout.write(showPlan(plan, region));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
