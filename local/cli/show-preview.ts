import { sceneWords } from "../run/scene-words.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { showOnPhone } from "./phone.ts";
import type { Preview, PreviewBody } from "../operate/preview/preview-as.ts";
import { fill } from "./width.ts";

/** A preview for people: the notice, then each body as a phone shows it and as it goes out. */
export function showPreview(preview: Preview): string {
  const faults = preview.faults.map(({ function: name, reason }) => `⚠ ${name}：${reason}\n`).join("");
  if (preview.kind === "silent")
    return `${faults}${preview.event}：不会发送 nothing would be sent (${preview.reason})\n`;
  return `${faults}${showTold(preview)}`;
}

/** What to do where a level was not understood. */
const showUnknown = (word: string, { level }: Notice): string => {
  const fix = `levels: { ${JSON.stringify(word)}: "critical" }`;
  return `⚠ 认不出级别 unknown level: ${word}；当作 taken as ${level}。路由里可以写 the route may say: ${fix}`;
};

function showTold({ notice, bodies, unknownLevel }: Extract<Preview, { readonly kind: "told" }>): string {
  const fields = Object.entries({
    "来源 source": notice.source,
    "事件 event": notice.event,
    "级别 level": notice.level,
    "标题 title": notice.title,
    "正文 lines": notice.lines.join("\n"),
    "链接 link": notice.link,
    "图片 image": notice.image,
    "时间 at": notice.at,
    "折叠 key": notice.key,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return [
    ...(unknownLevel === undefined ? [] : [showUnknown(unknownLevel, notice)]),
    ...fields.map(([name, value]) => `${fill(name, 11)}  ${value.replaceAll("\n", `\n${" ".repeat(13)}`)}`),
    ...bodies.map(showBody),
    "",
  ].join("\n");
}

const showBody = ({ form, scenes, size, limit, body }: PreviewBody): string =>
  [
    `\n${form} → ${scenes.map((scene) => sceneWords[scene]).join(" · ")}`,
    `${size.characters}/${limit.characters} 字符 characters · ${size.bytes}/${limit.bytes} 字节 bytes`,
    showOnPhone(body),
    JSON.stringify(body),
  ].join("\n");
