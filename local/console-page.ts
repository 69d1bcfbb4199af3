import type { Routes } from "../lib/model/route.ts";
import type { To } from "../lib/model/route.ts";
import { sceneWords } from "./banner.ts";

/** A plain page of what is served here: each route's address, where it sends, and its delivery log. */
export function consolePage(routes: Routes, simulatorUrl: string | undefined): string {
  const rows = Object.entries(routes).map(
    ([name, { scene, source, to }]) =>
      `<tr><td><code>/${scene}/${escape(name)}</code><td>${escape(source)}<td>${sceneWords[scene]}<td>${
        to === "bound" ? "bound" : to.map((each) => logLink(scene, idOf(each))).join("<br>")
      }`,
  );
  const simulator =
    simulatorUrl === undefined
      ? ""
      : `<p>QQ 模拟器 simulator: <a href="${simulatorUrl}/_sim/messages">${simulatorUrl}/_sim/messages</a>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>qq-relay</title>
<style>body{font:16px/1.6 system-ui;margin:2rem}td,th{padding:.2rem 1.2rem .2rem 0;text-align:left}</style>
<h1>qq-relay</h1>
<table><tr><th>路由 route<th>来源 source<th>场景 scene<th>目标与投递记录 targets, delivery log
${rows.join("\n")}
</table>
${simulator}
`;
}

const idOf = (to: To): string => (typeof to === "string" ? to : "id" in to ? to.id : to.user);

const logLink = (scene: string, id: string): string =>
  `<a href="/_relay/deliveries?scene=${scene}&amp;target=${encodeURIComponent(id)}">${escape(id)}</a>`;

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
