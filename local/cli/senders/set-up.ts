import type { Route, Routes } from "../../../lib/model/route.ts";
import type { Said } from "../../../lib/model/said.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import type { Source } from "../../../lib/model/source.ts";
import { sourcesOf } from "../../../lib/sources/of-route.ts";
import { fillWay } from "./fill-way.ts";
import type { Way } from "./sender.ts";
import { senderOf, waysOf } from "./ways-of.ts";

/** How the sender of a route is set up, by one of the route's sources. */
export type SetUp = {
  readonly route: string;
  readonly scene: SceneName;
  readonly source: string;
  /** Nothing is proved: any secret does. */
  readonly open?: true;
  readonly menu?: Said;
  readonly page?: string;
  readonly ways: readonly Way[];
};

/** Where the relay is reached: a function URL is that of one scene, behind any other address stands the scene. */
export const isFunctionUrl = (base: string): boolean => /\.lambda-url\.[\w-]+\.on\./.test(new URL(base).hostname);

const addressOf = (base: string, route: string, scene: SceneName): string =>
  isFunctionUrl(base) ? `${base}/${route}` : `${base}/${scene}/${route}`;

/** Stands for the secret where none is asked for, in addresses that must have something there. */
const any = "any";

function setUpOf(id: string, route: Route, source: Source, base: string, secrets: Values): SetUp {
  const [name = ""] = [route.secret ?? []].flat();
  const secret = route.open ? any : secrets[name] || `<${name}>`;
  const given = { at: addressOf(base, id, route.scene), root: base, route: id, secret };
  const sender = senderOf(source);
  return {
    route: id,
    scene: route.scene,
    source: source.name,
    ...(route.open && { open: true }),
    ...(sender && { menu: sender.menu, page: sender.page }),
    ways: waysOf(route, source).map((way) => fillWay(way, given)),
  };
}

/** Values of secrets by their names: those that may be shown. */
type Values = Readonly<Record<string, string>>;

/** How the senders of routes are set up: for each route and source, with `base` as the relay's address, without a slash at its end. */
export const setUpsOf = (routes: Routes, base: string, secrets: Values = {}): readonly SetUp[] =>
  Object.entries(routes).flatMap(([id, route]) =>
    sourcesOf(route).map((source) => setUpOf(id, route, source, base, secrets)),
  );
