import type { Route, Routes } from "../../lib/model/route.ts";
import type { Target } from "../../lib/model/target.ts";
import { targetsOf } from "../../lib/policy/intake/targets-of.ts";
import { secretPlace } from "../../lib/sources/secret-place.ts";
import { sceneWords } from "../run/scene-words.ts";

/**
 * A plain page of what is served here: each route's address, where it sends, the delivery log of its targets, and how QQ's
 * events come and which rules count the pushes, a line each.
 */
export function consolePage(routes: Routes, simulatorUrl: string | undefined, lines: readonly string[]): string {
  const rows = Object.entries(routes).map(([name, route]) => showRoute(name, route));
  const messages = `${simulatorUrl}/_sim/messages`;
  const simulator = simulatorUrl === undefined ? "" : `<p>QQ 模拟器 simulator: <a href="${messages}">${messages}</a>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>qq-relay</title>
<style>body{font:16px/1.6 system-ui;margin:2rem}td,th{padding:.2rem 1.2rem .2rem 0;text-align:left}</style>
<h1>qq-relay</h1>
<table><tr><th>路由 route<th>来源 source<th>场景 scene<th>目标与投递记录 targets, delivery log
${rows.join("\n")}
</table>
${lines.map((line) => `<p>${escape(line)}`).join("\n")}
${simulator}
`;
}

function showRoute(name: string, route: Route): string {
  const targets = route.to === "bound" ? ["bound"] : targetsOf(route).map(logLink);
  const cells = [
    `<code>/${route.scene}/${escape(name)}${escape(secretPlace(route))}</code>`,
    escape([route.source].flat().join(", ")),
    sceneWords[route.scene],
    targets.join("<br>"),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}`).join("")}`;
}

const logLink = ({ scene, id }: Target): string =>
  `<a href="/_relay/deliveries?scene=${scene}&amp;target=${encodeURIComponent(id)}">${escape(id)}</a>`;

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
