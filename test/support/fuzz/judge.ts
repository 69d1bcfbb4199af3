import { arkTemplates, forms } from "../../../lib/model/form.ts";
import type { Message } from "../../../lib/model/message.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import type { Repair } from "../../../lib/model/outcome.ts";
import { type SceneName, sceneNames, scenes } from "../../../lib/model/scene.ts";
import { linkPolicies } from "../../../lib/model/settings.ts";
import { wire, type WireBody } from "../../../lib/qq/wire.ts";
import { withPicture } from "../../../lib/render/page/with-picture.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import { sizeLimits } from "../../../lib/render/style/limits.ts";
import { firstAppearance, repair } from "../../../lib/render/style/repair.ts";
import { sizeOf } from "../../../lib/render/style/size.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { findLink } from "../../../simulator/rules/links.ts";
import { readSend } from "../../../simulator/rules/send.ts";
import { shownTexts } from "../../../simulator/rules/texts.ts";
import { mentionsOnWire } from "../scan-wire.ts";
import type { Random } from "./mutate.ts";

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

const repairs = [
  "markdown",
  "text",
  "shorten",
  "links",
  "links",
  "filler",
  "keyboard",
  "media",
] as const satisfies readonly Repair[];

const unseen = /\p{Default_Ignorable_Code_Point}{9}|[\u202a-\u202e\u2066-\u2069\u200b]/u;

/** A scene and a look, after some of the repairs that QQ's refusals may ask for. */
export function anyLook(random: Random): { readonly scene: SceneName; readonly style: Style; readonly flip: boolean } {
  const scene = pick(sceneNames, random);
  const style: Style = {
    form: pick(forms, random),
    ark: pick(arkTemplates, random),
    wire: scenes[scene].wire,
    language: pick(["zh", "en"] as const, random),
    links: pick(linkPolicies, random),
    domains: pick([[], ["example.cn"]], random),
    redirect: pick([undefined, "https://r.example.cn/go?to={url}"], random),
    limit: sizeLimits[scene],
    buttons: pick([undefined, true as const], random),
  };
  let appearance = firstAppearance(style, pick([undefined, "https://a.example/x.png"], random));
  for (let time = Math.floor(random() * 4); time > 0; time -= 1)
    appearance = repair(appearance, [pick(repairs, random)]) ?? appearance;
  return { scene, style: appearance.style, flip: appearance.filler };
}

/** What QQ's detector, as the simulator knows it, takes for a URL that nobody registered. */
function linksOnWire(scene: SceneName, body: WireBody, { domains = [], links }: Style): readonly string[] {
  const sent = readSend({ scene, id: "1" }, body);
  if (sent.kind !== "send") return ["a body that is none of QQ's"];
  const own = links === "redirect" ? [...domains, "r.example.cn"] : domains;
  return shownTexts(sent.fields).flatMap((text) => findLink(text, own) ?? []);
}

/** The address of a notice's picture, where a body may hold one: as a URL that carries no credentials. */
function pictureUrl({ image }: Notice, scene: SceneName): string | undefined {
  const url = scenes[scene].wire === "guild" ? URL.parse(image ?? "") : null;
  return url && /^https?:$/.test(url.protocol) && url.username + url.password === "" ? url.href : undefined;
}

/** Who is mentioned by a body that shows the picture of its one notice by its address. */
function pictureMentions([only]: readonly Notice[], message: Message, scene: SceneName): readonly string[] {
  const url = only && pictureUrl(only, scene);
  if (url === undefined) return [];
  return mentionsOnWire(wire(withPicture(message, { kind: "url", url }), scene, { kind: "proactive" }), []);
}

/** What is wrong with notices as they go to QQ in a look: each guard is judged by code that is none of the relay's. */
export function guardFaults(
  notices: readonly Notice[],
  { scene, style, flip }: ReturnType<typeof anyLook>,
): readonly string[] {
  const { message } = renderSend({ notices }, style);
  const { characters, bytes } = sizeOf(message);
  const body = wire(message, scene, { kind: "proactive" }, flip);
  const json = JSON.stringify(body);
  const links = style.links === "keep" ? [] : linksOnWire(scene, body, style);
  return [
    ...[...mentionsOnWire(body, []), ...pictureMentions(notices, message, scene)].map((found) => `mention ${found}`),
    ...links.map((link) => `link ${link} under ${style.links} in ${json.slice(0, 300)}`),
    ...(characters > style.limit.characters || bytes > style.limit.bytes ? [`size ${characters} ${bytes}`] : []),
    ...(json.isWellFormed() && !/\\ud[89a-f]/i.test(json) ? [] : [`half a character in ${json.slice(0, 300)}`]),
    ...(unseen.test(json) ? [`unseen signs in ${json.slice(0, 300)}`] : []),
  ];
}
