import { join, resolve } from "node:path";
import type { Env } from "../../lib/compose/env.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { urlOf } from "../doors/url-of.ts";
import { tellSetUps } from "../operate/routes/tell-set-ups.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { failure } from "./failure.ts";
import { readSecrets, secretNames } from "../run/secrets.ts";
import { readStartOptions } from "../run/start-options.ts";
import { isFunctionUrl } from "./senders/set-up.ts";
import { showSetUps } from "./senders/show-set-ups.ts";

export type RoutesOptions = {
  /** The relay's address as senders see it: a scene's function URL, or what stands before the scene. Default: the embedded run's. */
  readonly url?: string;
  readonly scene?: SceneName;
  readonly routes?: string;
  /** Whether secrets are shown by their values. */
  readonly secrets: boolean;
  readonly json: boolean;
};

/** `relay routes [name…]`: what each route's sender is to be told. Throws one sentence when an option is wrong. */
export async function runRoutes(names: readonly string[], options: RoutesOptions, env: Env): Promise<string> {
  const configuration = await readConfiguration(options, env);
  const routes = choose(configuration.routes, names, options.scene);
  const base = baseOf(options.url, env);
  if (isFunctionUrl(base)) checkOneScene(routes);
  const values = options.secrets ? readValues(routes, base, env) : {};
  const setUps = await tellSetUps(routes, base, values);
  if (options.json) return `${JSON.stringify(setUps, undefined, 2)}\n`;
  const hidden = secretNames(routes).some((name) => !values[name]);
  return `${showSetUps(setUps)}${hidden ? `\n${howToSee}` : ""}`;
}

const howToSee =
  "<…> 换成这个密钥的值；--secrets 显示在这台机器上的值 · put the secret's value in place of <…>; --secrets shows those on this machine\n";

function choose(routes: Routes, names: readonly string[], scene: SceneName | undefined): Routes {
  const unknown = names.filter((name) => !Object.hasOwn(routes, name));
  if (unknown.length > 0) {
    const known = Object.keys(routes);
    throw failure("absent", {
      zh: `没有叫 ${unknown.join("、")} 的路由；有 ${known.join("、")}`,
      en: `There is no route ${unknown.join(", ")}; there are ${known.join(", ")}`,
    });
  }
  return Object.fromEntries(
    Object.entries(routes).filter(
      ([name, route]) => (names.length === 0 || names.includes(name)) && (scene === undefined || route.scene === scene),
    ),
  );
}

function baseOf(url: string | undefined, env: Env): string {
  if (url === undefined) {
    const { host, port } = readStartOptions([], env).door;
    return urlOf(host, port);
  }
  const isWhole = URL.canParse(url) && /^https?:\/\/[^?#]+$/.test(url);
  if (isWhole) return url.replace(/\/+$/, "");
  throw failure("usage", {
    zh: `--url "${url}" 要写成 https://…，不带查询串`,
    en: `--url "${url}" has to be an address, https://…, without a query`,
  });
}

/** A function URL is found by the routes of its scene alone, and does not say which one that is. */
function checkOneScene(routes: Routes): void {
  const scenes = [...new Set(Object.values(routes).map(({ scene }) => scene))];
  if (scenes.length < 2) return;
  throw failure("usage", {
    zh: `函数 URL 每个场景一个，这些路由有 ${scenes.join("、")}：加上 --scene 或路由的名字`,
    en: `A function URL is that of one scene, and these routes are of ${scenes.join(", ")}: add --scene, or name routes`,
  });
}

/** Those made here are the embedded run's alone: what is in AWS has its own, or those of the environment. */
function readValues(routes: Routes, base: string, env: Env): Readonly<Record<string, string>> {
  const names = secretNames(routes);
  if (isFunctionUrl(base)) return Object.fromEntries(names.map((name) => [name, env[name] ?? ""]));
  return readSecrets(names, env, join(resolve(env["RELAY_DATA"] || ".relay"), "secrets.json")).values;
}
