import * as z from "zod";
import type { Routes } from "../../lib/model/route.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { isFunctionUrl } from "../cli/senders/set-up.ts";
import { secretNames } from "../run/secrets.ts";
import { RoutesAnswer } from "./console-answers.ts";
import { findRoute } from "./find-route.ts";
import { defineOperation, isRefused, refuse } from "./operation.ts";
import type { Place } from "./place.ts";
import { tellSetUps } from "./routes/tell-set-ups.ts";

const Request = z.object({
  route: z.string().min(1).optional(),
  scene: z.enum(sceneNames).optional(),
  /** The relay's address as senders see it, where that is not the one of its own door. */
  url: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^?#]+$/)
    .optional(),
  /** Whether secrets are told by their values, where those are known here. */
  secrets: z.boolean().default(false),
});

/** What the sender of each route is to be told: what to click, what to enter, what it posts then. */
export const routes = defineOperation({
  request: Request,
  answer: RoutesAnswer,
  run: async (request, { routes: all, place }) => {
    const named = request.route === undefined ? undefined : findRoute(request.route, all);
    if (named && isRefused(named)) return named;
    const base = (request.url ?? place.url)?.replace(/\/+$/, "");
    if (base === undefined)
      return refuse("unavailable", {
        zh: "不知道发送方看到的地址：用 url 指明，如某个场景的函数 URL https://….lambda-url.….on.aws",
        en: "the address that senders see is not known: name it (url), such as a scene's function URL https://….lambda-url.….on.aws",
      });
    const meant = chosen(all, request);
    const scenes = new Set(Object.values(meant).map(({ scene }) => scene));
    if (isFunctionUrl(base) && scenes.size > 1)
      return refuse("invalid", {
        zh: `函数 URL 每个场景一个，这些路由有 ${[...scenes].join("、")}：加上 scene`,
        en: `a function URL is that of one scene, and these routes are of ${[...scenes].join(", ")}: add the scene`,
      });
    const values = request.secrets ? valuesOf(meant, place) : {};
    return [...(await tellSetUps(meant, base, values))] as z.output<typeof RoutesAnswer>;
  },
});

const chosen = (routes: Routes, { route, scene }: z.output<typeof Request>): Routes =>
  Object.fromEntries(
    Object.entries(routes).filter(
      ([name, each]) => (route === undefined || route === name) && (scene === undefined || each.scene === scene),
    ),
  );

const valuesOf = (routes: Routes, { secretOf }: Place): Readonly<Record<string, string>> =>
  Object.fromEntries(secretNames(routes).map((name) => [name, secretOf(name) ?? ""]));
