import { loadReader, type ReadNotice, readNotice, type Reader } from "../../../lib/accept/read-notice.ts";
import { type Form, forms } from "../../../lib/model/form.ts";
import type { Inbound } from "../../../lib/model/inbound.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../../lib/model/refusal.ts";
import type { Route } from "../../../lib/model/route.ts";
import { type SceneName, sceneNames, scenes } from "../../../lib/model/scene.ts";
import type { Settings } from "../../../lib/model/settings.ts";
import { wire, type WireBody } from "../../../lib/qq/wire.ts";
import { imageOf } from "../../../lib/render/page/image-of.ts";
import { withPicture } from "../../../lib/render/page/with-picture.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import type { SizeLimit } from "../../../lib/render/style/limits.ts";
import { sizeOf } from "../../../lib/render/style/size.ts";
import { styleOf } from "../../../lib/render/style/style-of.ts";
import { type SourceName, sources } from "../../../lib/sources/index.ts";
import { readingMarkup } from "../../../lib/sources/markup/reading.ts";
import { pictureOf } from "./picture-of.ts";

/** What of a route a preview goes by: the source at least. */
export type PreviewRoute = { readonly source: SourceName } & Partial<Omit<Route, "source">>;

/** One body as it would go to QQ; `scenes` are those that get this very body. */
export type PreviewBody = {
  readonly form: Form;
  readonly scenes: readonly SceneName[];
  readonly size: SizeLimit;
  readonly limit: SizeLimit;
  readonly body: WireBody;
};

/** With which of the route's own functions were of no use, and why. */
export type Preview = Pick<ReadNotice, "faults"> &
  (
    | {
        readonly kind: "told";
        readonly notice: Notice;
        readonly bodies: readonly PreviewBody[];
        /** The sender's word for the level that nobody knows. */
        readonly unknownLevel?: string;
      }
    /** Nothing would be sent, and why not. */
    | { readonly kind: "silent"; readonly event: string; readonly reason: string }
  );

/** What a webhook would become: parse ▸ filter ▸ map ▸ render ▸ wire, without its signature, its limits, or a send. */
export async function preview(inbound: Inbound, route: PreviewRoute, settings: Settings): Promise<Preview | Refusal> {
  const reader = await loadReader(sources[route.source], route, inbound);
  return readingMarkup(() => previewAs(reader, inbound, route, settings));
}

/** The same, with what it is read with there, and what reads markup too. */
export function previewAs(
  reader: Reader,
  inbound: Inbound,
  route: PreviewRoute,
  settings: Settings,
): Preview | Refusal {
  const read = readNotice(inbound, route, reader, settings);
  if (isRefusal(read)) return read;
  const { parsed, told, faults } = read;
  if ("notice" in told) {
    const bodies = forms.flatMap((form) => bodiesOf(told.notice, form, route, settings));
    const unknownLevel = route.map ? undefined : parsed.unknownLevel;
    return { kind: "told", notice: told.notice, bodies, faults, ...(unknownLevel !== undefined && { unknownLevel }) };
  }
  const event = parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`;
  return { kind: "silent", event, reason: told.silent, faults };
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
    const picture = image === undefined ? undefined : pictureOf(image, scene);
    const message = withPicture(renderSend({ notices: [notice] }, style).message, picture);
    const { limit } = style;
    return { form, scenes: [scene], size: sizeOf(message), limit, body: wire(message, scene, { kind: "proactive" }) };
  });
  const groups = Map.groupBy(bodies, ({ body, limit }) => JSON.stringify([body, limit]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, scenes: [first, ...others].flatMap((each) => each.scenes) }],
  );
}
