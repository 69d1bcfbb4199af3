import type { Routes } from "../lib/model/route.ts";
import type { SceneName } from "../lib/model/scene.ts";
import { routes } from "./routes.ts";

/** QQ's own credentials, for the functions that talk to QQ or check its signature. */
export const qqAppId = new sst.Secret("QqAppId");
export const qqAppSecret = new sst.Secret("QqAppSecret");
export const qqSecrets = [qqAppId, qqAppSecret];

const namesOf = (each: Routes[string]): readonly string[] => [each.secret ?? []].flat();

const all: readonly Routes[string][] = Object.values(routes);

const made = new Map([...new Set(all.flatMap(namesOf))].map((name) => [name, new sst.Secret(name)]));

/** The secrets of a scene's routes: a function gets no others. Each is made once, however many routes name it. */
export const secretsOf = (scene: SceneName): readonly sst.Secret[] => {
  const names = new Set(all.filter((route) => route.scene === scene).flatMap(namesOf));
  return [...made].filter(([name]) => names.has(name)).map(([, secret]) => secret);
};
