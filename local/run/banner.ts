import type { Routes } from "../../lib/model/route.ts";
import { secretPlace } from "../../lib/sources/secret-place.ts";
import type { Secrets } from "./secrets.ts";
import { sceneWords } from "./scene-words.ts";
import { fill, width } from "../cli/width.ts";

/** The table of URLs, then what else a person needs to send the first webhook. */
export function showBanner(shown: {
  readonly url: string;
  readonly adminUrl: string;
  /** The console's address with a one-time code, where nobody but the person at the terminal reads it. */
  readonly consoleUrl: string | undefined;
  readonly simulatorUrl: string | undefined;
  readonly data: string;
  readonly routes: Routes;
  readonly secrets: Secrets;
  /** How QQ's events come, and which rules count the pushes, a line each. */
  readonly lines: readonly string[];
}): string {
  const { url, adminUrl, consoleUrl, simulatorUrl, data, routes, secrets, lines } = shown;
  const rows = Object.entries(routes).map(([name, route]) => [
    `${url}/${route.scene}/${name}${secretPlace(route)}`,
    `${[route.source].flat().join(", ")} → ${sceneWords[route.scene]}`,
    route.open ? "不验证 open" : [route.secret ?? []].flat().join(", "),
  ]);
  const others = [
    [`${url}/events`, "QQ 回调 QQ's callback"],
    consoleUrl === undefined
      ? [adminUrl, "控制台 console: npm run relay -- console"]
      : [consoleUrl, "控制台 console，10 分钟内打开一次有效 · opens once, within ten minutes"],
    ...(simulatorUrl === undefined ? [] : [[simulatorUrl, "QQ 模拟器 QQ simulator"]]),
    [data, "数据 data"],
  ];
  const made = secrets.fresh.map((name) => `${name}=${secrets.values[name]}`);
  return [
    "qq-relay 本地运行 · embedded run\n",
    ...indent(align([...rows, ...others])),
    ...(lines.length === 0 ? [] : ["", ...indent(lines)]),
    ...(made.length === 0
      ? []
      : [
          "\n生成的密钥，只显示这一次，之后用 npm run relay -- secrets 查看 · secrets made for you, shown this once; later: npm run relay -- secrets\n",
        ]),
    ...indent(made),
    "",
  ].join("\n");
}

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widest = (column: number): number => Math.max(...rows.map((row) => width(row[column] ?? "")));
  return rows.map((row) =>
    row
      .map((cell, column) => fill(cell, widest(column)))
      .join("  ")
      .trimEnd(),
  );
}
