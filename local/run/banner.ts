import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import type { Secrets } from "./secrets.ts";
import { fill, width } from "../cli/width.ts";

export const sceneWords = {
  c2c: "单聊 c2c",
  group: "群 group",
  channel: "频道 channel",
  dm: "频道私信 dm",
} as const satisfies Record<SceneName, string>;

/** The table of URLs, then what else a person needs to send the first webhook. */
export function showBanner(shown: {
  readonly url: string;
  readonly simulatorUrl: string | undefined;
  readonly data: string;
  readonly routes: Routes;
  readonly secrets: Secrets;
}): string {
  const { url, simulatorUrl, data, routes, secrets } = shown;
  const rows = Object.entries(routes).map(([name, { scene, source, secret, open }]) => [
    `${url}/${scene}/${name}`,
    `${source} → ${sceneWords[scene]}`,
    open ? "不验证 open" : [secret ?? []].flat().join(", "),
  ]);
  const others = [
    [`${url}/events`, "QQ 回调 QQ's callback"],
    [`${url}/`, "控制台 console"],
    ...(simulatorUrl === undefined ? [] : [[simulatorUrl, "QQ 模拟器 QQ simulator"]]),
    [data, "数据 data"],
  ];
  const made = secrets.generated.map((name) => `${name}=${secrets.values[name]}`);
  return [
    "qq-relay 本地运行 · embedded run\n",
    ...indent(align([...rows, ...others])),
    ...(made.length === 0
      ? []
      : ["\n生成的密钥（之后每次启动都相同）· secrets made for you, the same at every start\n"]),
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
