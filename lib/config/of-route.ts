import type { Said } from "../model/said.ts";
import { show } from "./tell-issue.ts";

/** A fault of a route, by the route's name. */
export const ofRoute = (id: string, { zh, en }: Said): Said => ({
  zh: `路由 ${show(id)}：${zh}`,
  en: `route ${show(id)}: ${en}`,
});
