import type { Routes } from "../../../lib/model/route.ts";
import { type SetUp, setUpsOf } from "../../cli/senders/set-up.ts";
import type { Way } from "../../cli/senders/sender.ts";
import { curlOf } from "./curl-of.ts";

/** How the sender of a route is set up, and a command line that does as it would. */
export type ToldSetUp = Omit<SetUp, "ways"> & { readonly ways: readonly (Way & { readonly curl?: string })[] };

/** What the senders of routes are to be told, with `base` as the relay's address; `values`: those secrets that may be shown. */
export async function tellSetUps(
  routes: Routes,
  base: string,
  values: Readonly<Record<string, string>>,
): Promise<readonly ToldSetUp[]> {
  const { samples } = await import("../../samples/index.ts");
  return setUpsOf(routes, base, values).map((setUp) => {
    const [name = ""] = [routes[setUp.route]?.secret ?? []].flat();
    return {
      ...setUp,
      ways: setUp.ways.map((way) => {
        const spoken = shapeAt(way.call.url) ?? setUp.source;
        const own = samples.filter(({ source }) => source === spoken);
        const curl = curlOf(way.call, own, values[name] || `<${name}>`);
        return { ...way, ...(curl !== undefined && { curl }) };
      }),
    };
  });
}

/** Whose shape a body has that is posted to an address which takes another's too: Discord's `…/slack`. */
const shapeAt = (url: string): string | undefined => (url.endsWith("/slack") ? "slack" : undefined);
