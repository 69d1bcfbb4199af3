import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "../../bench/bundle.ts";
import type { Bundler } from "../../local/plan/builder.ts";
import { evaluatePlan } from "../../local/plan/evaluate.ts";
import type { Bag } from "../../local/plan/inventions.ts";

// node test/infra/plan-process.ts ROOT STAGE FOLDER: plans ROOT for a stage, and writes the plan to FOLDER/plan.json. Zips of the
// functions, of the very code that SST would make, are left in FOLDER too, empty ones where PLAN_CODE is none. FOUND has what is in
// AWS already, as JSON.
const [root = "", stage = "", folder = ""] = process.argv.slice(2).map((each, at) => (at === 1 ? each : resolve(each)));
const { AWS_REGION: region = "ap-southeast-1", FOUND = "{}", PLAN_CODE } = process.env;
const found = JSON.parse(FOUND) as Readonly<Record<string, Bag>>;
const noCode: Bundler = async (_, __, out) => writeFileSync(join(out, "bundle.mjs"), "");
const plan = await evaluatePlan({
  root,
  stage,
  region,
  folder,
  found,
  bundle: PLAN_CODE === "none" ? noCode : bundle,
});
writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
process.exit(0);
