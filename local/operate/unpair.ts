import * as z from "zod";
import { targetName } from "../../lib/model/target.ts";
import { UnpairAnswer } from "./answers.ts";
import { findRoute } from "./find-route.ts";
import { findTarget } from "./find-target.ts";
import { defineOperation, isRefused, refuse } from "./operation.ts";

const Request = z.object({ route: z.string().min(1), target: z.string().min(1) });

/** Ends a pairing as `/unbind` in QQ does: what the route held for the conversation is not told there; that is written first. */
export const unpair = defineOperation({
  request: Request,
  answer: UnpairAnswer,
  run: async ({ route, target: text }, ports) => {
    const { store, routes, now } = ports;
    const known = findRoute(route, routes);
    if (isRefused(known)) return known;
    if (known.to !== "bound")
      return refuse("not-bound", {
        zh: `路由 ${route} 的目标写在配置里：从它的 to 里删掉`,
        en: `the targets of route ${route} are in its configuration: take it out of its to`,
      });
    const found = await findTarget(text, ports);
    if (isRefused(found)) return found;
    const { target, routes: there } = found;
    const { state } = await store.readItem(target);
    if (!there.includes(route) || !(await store.readBindings(route)).some(({ id }) => id === target.id))
      return refuse("not-paired", {
        zh: `${targetName(target)} 没有和路由 ${route} 配对；看 npm run relay -- bindings`,
        en: `${targetName(target)} is not paired with route ${route}; see npm run relay -- bindings`,
      });
    await store.changeState(target, { unbound: { ...state.unbound, [route]: now() } });
    await store.unbind(route, target);
    return { route, target: targetName(target) };
  },
});
