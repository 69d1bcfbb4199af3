import { hmacs } from "../../../lib/model/hmac.ts";
import type { Said } from "../../../lib/model/said.ts";
import { sceneWords } from "../../run/scene-words.ts";
import { fill, width } from "../width.ts";
import type { Call, Way } from "./sender.ts";
import type { SetUp } from "./set-up.ts";

/** What senders are to be told, for people: what to click, what to enter, what comes then. */
export const showSetUps = (setUps: readonly SetUp[]): string => setUps.map(showSetUp).join("\n");

const inOne = ({ zh, en }: Said): string => (zh === en ? zh : `${zh} · ${en}`);

function showSetUp({ route, scene, source, open, menu, page, ways }: SetUp): string {
  return [
    `${route}  ${source} → ${sceneWords[scene]}${open ? "  不验证 open" : ""}`,
    ...(menu ? [`  ${inOne(menu)}`] : []),
    ...ways.flatMap(showWay),
    ...(page === undefined ? [] : [`  说明 page  docs/${page}.zh-CN.md · docs/${page}.md`]),
    "",
  ].join("\n");
}

function showWay({ where, enter, call }: Way, index: number): readonly string[] {
  const rows = enter.map(({ field, value }) => [inOne(field), value] as const);
  const column = Math.max(...rows.map(([name]) => width(name)));
  const or = where ? `：${inOne(where)}` : "";
  return [
    ...(index === 0 ? [] : [`  或 or${or}`]),
    ...rows.map(([name, value]) => `    ${fill(name, column)}  ${value}`),
    ...(isAsEntered(call, enter) ? [] : [`    → ${showCall(call)}`]),
  ];
}

/** Whether what comes is what was entered, in full view. */
const isAsEntered = ({ method, url, headers = {}, fields, signs }: Call, enter: Way["enter"]): boolean =>
  method === "POST" &&
  fields === undefined &&
  signs === undefined &&
  enter.some(({ value }) => value === url) &&
  Object.entries(headers).every(([name, value]) => enter.some((each) => each.value === `${name}: ${value}`));

function showCall({ method, url, headers = {}, fields = {}, signs, signedIn }: Call): string {
  return [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(fields).map(([name, value]) => `正文 body ${name}=${value}`),
    ...(signs ? [`签名 signed: ${signedIn ?? signatures(signs)}`] : []),
  ].join("  ");
}

const signatures = (signs: NonNullable<Call["signs"]>): string =>
  signs === "dingtalk" || signs === "feishu" ? "timestamp, sign" : hmacs[signs].headers.join(" / ");
