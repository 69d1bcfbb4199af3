import { type Form, forms } from "../../lib/model/form.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Message, Picture } from "../../lib/model/message.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import type { Route } from "../../lib/model/route.ts";
import { type SceneName, sceneNames, scenes } from "../../lib/model/scene.ts";
import type { Settings } from "../../lib/model/settings.ts";
import { passes } from "../../lib/policy/intake/filter.ts";
import { mapByRoute } from "../../lib/sources/map-by-route.ts";
import { wire, type WireBody } from "../../lib/qq/wire.ts";
import { imageOf } from "../../lib/render/page/image-of.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import type { SizeLimit } from "../../lib/render/style/limits.ts";
import { sizeOf } from "../../lib/render/style/size.ts";
import { styleOf } from "../../lib/render/style/style-of.ts";
import { type SourceName, sources } from "../../lib/sources/index.ts";

/** What of a route a preview goes by: the source at least. */
export type PreviewRoute = Pick<Route<SourceName>, "source"> & Partial<Omit<Route, "source">>;

/** One body as it would go to QQ; `scenes` are those that get this very body. */
export type PreviewBody = {
  readonly form: Form;
  readonly scenes: readonly SceneName[];
  readonly size: SizeLimit;
  readonly limit: SizeLimit;
  readonly body: WireBody;
};

export type Preview =
  | { readonly kind: "told"; readonly notice: Notice; readonly bodies: readonly PreviewBody[] }
  /** Nothing would be sent, and why not. */
  | { readonly kind: "silent"; readonly event: string; readonly reason: string };

/** What a webhook would become: parse ▸ filter ▸ map ▸ render ▸ wire, without its signature, its limits, or a send. */
export function preview(inbound: Inbound, route: PreviewRoute, settings: Settings): Preview | Refusal {
  const source = sources[route.source];
  const parsed = source.parse(inbound, route);
  if (isRefusal(parsed)) return parsed;
  const event = parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`;
  const passed = passes({ scene: "group", to: [], ...route }, parsed);
  if (passed !== "passes") return { kind: "silent", event, reason: passed };
  const notice = route.map
    ? mapByRoute(route.map, parsed, route, inbound.at)
    : source.map(parsed, { ...settings, at: inbound.at });
  if (notice === undefined) return { kind: "silent", event, reason: "nothing to tell" };
  return { kind: "told", notice, bodies: forms.flatMap((form) => bodiesOf(notice, form, route, settings)) };
}

/** Scenes that take a form at all: cards are for channel and dm. */
const scenesOf = (form: Form): readonly SceneName[] =>
  sceneNames.filter((scene) => form !== "embed" || scenes[scene].wire === "guild");

function bodiesOf(notice: Notice, form: Form, route: PreviewRoute, settings: Settings): readonly PreviewBody[] {
  const ark = typeof route.ark === "number" ? route.ark : undefined;
  const told = [{ route: "preview", form, notice, ...(ark !== undefined && { ark }) }];
  const image = imageOf(told);
  const bodies = scenesOf(form).map((scene) => {
    const style = styleOf(scene, settings, told, { preview: { scene, to: [], ...route } });
    const message = withPicture(renderSend({ notices: [notice] }, style).message, scene, image);
    const { limit } = style;
    return { form, scenes: [scene], size: sizeOf(message), limit, body: wire(message, scene, { kind: "proactive" }) };
  });
  const groups = Map.groupBy(bodies, ({ body, limit }) => JSON.stringify([body, limit]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, scenes: [first, ...others].flatMap((each) => each.scenes) }],
  );
}

/** As it goes out where the picture can be had: uploaded first in c2c and group, by its address or as bytes elsewhere. */
function withPicture(message: Message, scene: SceneName, image: string | undefined): Message {
  if (image === undefined || message.form !== "text") return message;
  const elsewhere: Picture = image.startsWith("data:") ? { kind: "bytes" } : { kind: "url", url: image };
  const media: Picture = scenes[scene].wire === "v2" ? { kind: "file-info", fileInfo: "…" } : elsewhere;
  return { form: "media", content: message.content, media };
}
