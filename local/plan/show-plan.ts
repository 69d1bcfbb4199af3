import { fill, width } from "../cli/width.ts";
import type { Planned } from "./engine.ts";
import type { Evaluated } from "./evaluate.ts";
import { kinds } from "./kinds.ts";
import { rightsOf, withoutChance } from "./rights-of.ts";

type Row = { readonly kind: string; readonly name: string; readonly rights: readonly string[] };

/** What a deployment would make, as a table: kind, name and rights of each thing, alike ones together. */
export function showPlan({ app, resources }: Pick<Evaluated, "app" | "resources">, region: string): string {
  const made = resources.filter(({ type }) => type.startsWith("aws:")).toSorted(byKindAndName);
  const rows = made.map(rowOf);
  const head = { kind: "种类 kind", name: "名字 name", rights: ["权限 rights"] };
  const [first, second] = [widest([head, ...rows], "kind"), widest([head, ...rows], "name")];
  const lines = [head, ...rows].flatMap(({ kind, name, rights: [right = "", ...more] }) =>
    [
      `${fill(kind, first)}  ${fill(name, second)}  ${right}`,
      ...more.map((each) => `${" ".repeat(first + second + 4)}${each}`),
    ].map((line) => line.trimEnd()),
  );
  const found = made.filter(({ isRead }) => isRead).length;
  return [
    `${app.name}，阶段 ${app.stage}，区域 ${region} · stage ${app.stage} in ${region}`,
    "",
    ...lines,
    "",
    `共 ${made.length - found} 项${found > 0 ? `，另有 ${found} 项已经在 AWS 里` : ""}。没有问过 AWS：已经有什么、会改什么，用 npx sst diff 看。`,
    `${made.length - found} things${found > 0 ? `, and ${found} that AWS has already` : ""}. AWS was not asked: what is there and would change, npx sst diff shows.`,
    "",
  ].join("\n");
}

const order = Object.keys(kinds);

const placeOf = ({ type }: Planned): number => (order.includes(type) ? order.indexOf(type) : order.length);

const byKindAndName = (one: Planned, other: Planned): number =>
  placeOf(one) - placeOf(other) || nameOf(one).localeCompare(nameOf(other), "en");

/** What it is called in AWS, where that is known before; else its name in the configuration. */
function nameOf({ name, inputs, outputs, isRead }: Planned): string {
  const { Name: tagged } = (inputs["tags"] ?? {}) as { readonly Name?: string };
  const own = [isRead ? outputs["name"] : undefined, inputs["name"], inputs["family"], inputs["dashboardName"], tagged];
  return withoutChance(own.find((each) => typeof each === "string") ?? functionOf(inputs) ?? name);
}

/** The function that a URL, a permission or a setting is of. */
const functionOf = (inputs: Planned["inputs"]): string | undefined =>
  [inputs["functionName"], inputs["function"]].find((each) => typeof each === "string");

function rowOf(resource: Planned): Row {
  const said = kinds[resource.type];
  const kind = said ? `${said.zh} ${said.en}` : resource.type;
  const rights = resource.isRead ? ["已经在了，接着用 is there already, and is used"] : rightsOf(resource);
  return { kind, name: nameOf(resource), rights };
}

const widest = (rows: readonly Row[], column: "kind" | "name"): number =>
  Math.max(...rows.map((row) => width(row[column])));
