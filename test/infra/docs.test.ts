import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ofName, ofType } from "../../local/plan/plan.ts";
import { makePlan, withoutCode } from "./plan.ts";
import { copyProject, root } from "./project.ts";

const texts = ["docs/deploy.md", "docs/deploy.zh-CN.md"].map((file) => readFileSync(join(root, file), "utf8"));

const project = copyProject();
const mail = "someone@example.com";
const [plain, told] = await Promise.all([
  makePlan(project.path, "ci", withoutCode),
  makePlan(project.path, "ci", { RELAY_ALARM_EMAIL: mail, ...withoutCode }),
]);

afterAll(() => {
  for (const { folder } of [plain, told]) rmSync(folder, { recursive: true });
  project.remove();
});

/** A number in each text: how many there are of what the words behind or before it name. */
const numbersIn = (...patterns: readonly RegExp[]) =>
  texts.map((text, at) => Number(patterns[at]?.exec(text)?.[1] ?? Number.NaN));

it("the docs count the relay's own metrics as the dashboard draws them", () => {
  const { widgets } = JSON.parse(String(ofName(plain, "Dashboard").inputs["dashboardBody"])) as {
    readonly widgets: readonly { readonly properties: { readonly metrics?: readonly (readonly unknown[])[] } }[];
  };
  const own = widgets
    .flatMap(({ properties }) => properties.metrics ?? [])
    .filter(([namespace]) => namespace === "qq-relay/ci")
    .map((metric) => metric.filter((each) => typeof each === "string").join(" "));
  const count = new Set(own).size;
  expect(numbersIn(/if all (\d+) are in use/, /(\d+) 个全部用到时/)).toEqual([count, count]);
});

it("and the metrics of its alarms", () => {
  const countOf = (plan: typeof plain): number =>
    ofType(plan, "aws:cloudwatch/metricAlarm:MetricAlarm").reduce((sum, { inputs }) => {
      const queries = inputs["metricQueries"] as readonly { readonly metric?: object }[] | undefined;
      return sum + (queries?.filter(({ metric }) => metric).length ?? 1);
    }, 0);
  expect(numbersIn(/without an e-mail has (\d+) alarm metrics/, /那一个报警有 (\d+) 个报警指标/)).toEqual([
    countOf(plain),
    countOf(plain),
  ]);
  expect(numbersIn(/all of them together (\d+)/, /全部报警共 (\d+) 个/)).toEqual([countOf(told), countOf(told)]);
});
