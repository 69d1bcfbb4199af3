import type { SceneName } from "./scene.ts";
import type { Target } from "./target.ts";

/** Begins the id of no conversation: QQ's ids are letters and digits, and a route's own `to` may not name one. */
const mark = "bound:";

/** Where the notices of a route wait that is to be paired from inside QQ, as long as no conversation is: nothing is sent there. */
export const unpairedTarget = (scene: SceneName, route: string): Target => ({ scene, id: `${mark}${route}` });

/** The route whose notices wait at a target for a conversation to be paired; undefined where a target is a conversation. */
export const unpairedRoute = ({ id }: Pick<Target, "id">): string | undefined =>
  id.startsWith(mark) ? id.slice(mark.length) : undefined;
