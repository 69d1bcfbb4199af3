import { randomInt } from "node:crypto";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { codeLifetime, makeCode } from "../../lib/policy/command/pairing.ts";
import type { Store } from "../../lib/ports.ts";

/** A one-time code for a route, good until `expiresAt` (ISO 8601). */
type Paired = {
  readonly code: string;
  readonly route: string;
  readonly scene: SceneName;
  readonly expiresAt: string;
};

type Binding = { readonly route: string; readonly scene: SceneName; readonly target: string };

/** Why a route has no code or bindings: there is none of the name, or its targets are written in the configuration. */
export type Unpaired = { readonly error: "unknown-route" | "not-bound"; readonly message: string };

/** Pairing of QQ conversations with routes, as an operator sees it. */
export type Pairing = {
  readonly pair: (route: string) => Promise<Paired | Unpaired>;
  /** Of one route, or of all. */
  readonly bindings: (route?: string) => Promise<readonly Binding[] | Unpaired>;
};

/** Pairing by the table itself: what the embedded relay serves, and what the command line does for AWS. */
export function composePairing(
  routes: Routes,
  store: Pick<Store, "createCode" | "readBindings">,
  now: () => number,
): Pairing {
  return {
    pair: async (name) => {
      const route = find(routes, name);
      if ("error" in route) return route;
      const until = now() + codeLifetime;
      for (;;) {
        const code = makeCode(randomInt);
        if (await store.createCode(name, code, until))
          return { code, route: name, scene: route.scene, expiresAt: new Date(until).toISOString() };
      }
    },
    bindings: async (name) => {
      const found = name === undefined ? undefined : find(routes, name);
      if (found && "error" in found) return found;
      const names = name === undefined ? boundNames(routes) : [name];
      const all = await Promise.all(names.map((route) => store.readBindings(route)));
      return all.flatMap((targets, at) =>
        targets.map(({ scene, id }) => ({ route: names[at] ?? "", scene, target: id })),
      );
    },
  };
}

const boundNames = (routes: Routes): readonly string[] =>
  Object.keys(routes).filter((name) => routes[name]?.to === "bound");

function find(routes: Routes, name: string): { readonly scene: SceneName } | Unpaired {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (route?.to === "bound") return route;
  const bound = boundNames(routes).join(", ") || "—";
  if (route)
    return {
      error: "not-bound",
      message:
        `路由 ${name} 的目标写在配置里。要在 QQ 里绑定，请把它改成 to: "bound"。现在可绑定的有：${bound}\n` +
        `The targets of route ${name} are in its configuration. To pair it from QQ, write to: "bound". Routes that do: ${bound}`,
    };
  return {
    error: "unknown-route",
    message: `没有叫 ${name} 的路由。可绑定的有：${bound}\nThere is no route ${name}. Routes to pair: ${bound}`,
  };
}
