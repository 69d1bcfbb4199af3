import type { LooseRoute } from "./rule.ts";
import type { Said } from "../model/said.ts";
import { show } from "./tell-issue.ts";

/** SST does not tell names apart by capitals: two secrets that differ only so would not deploy. */
export function secretRules(
  routes: readonly (readonly [id: string, route: LooseRoute])[],
): readonly (readonly [id: string, fault: Said])[] {
  const named = routes.flatMap(([id, { secret }]) =>
    [secret ?? []].flat().flatMap((name: unknown) => (typeof name === "string" ? [{ id, name }] : [])),
  );
  return named.flatMap(({ id, name }, at) => {
    const twin = named.slice(0, at).find((each) => each.name.toLowerCase() === name.toLowerCase());
    return twin === undefined || twin.name === name ? [] : [[id, tell(name, twin)] as const];
  });
}

const tell = (name: string, twin: { readonly id: string; readonly name: string }): Said => ({
  zh: `secret ${show(name)} 和路由 ${show(twin.id)} 的 ${show(twin.name)} 只差大小写；请改掉一个`,
  en: `secret ${show(name)} differs from ${show(twin.name)} of route ${show(twin.id)} by case only; rename one`,
});
