import { expect, it } from "vitest";
import { defineRoutes } from "../../lib/config/define-routes.ts";
import { checkRoutes } from "../../lib/config/check-routes.ts";
import { sources } from "../../lib/sources/index.ts";

it("does not let a wrong source, scene, option or duration compile, nor start", () => {
  const to = ["A"];
  const routes = defineRoutes({
    good: { scene: "group", source: "github", secret: "S", to },
    // @ts-expect-error there is no such source
    source: { scene: "group", source: "gitlub", secret: "S", to },
    // @ts-expect-error there is no such scene
    scene: { scene: "room", source: "github", secret: "S", to },
    // @ts-expect-error there is no such option
    option: { scene: "group", source: "github", secret: "S", too: to },
    // @ts-expect-error a duration has a unit
    duration: { scene: "group", source: "github", secret: "S", to, policy: { maxAge: "7" } },
  });
  const checked = checkRoutes(routes, { sources });
  const faulty = "faults" in checked ? checked.faults.map(({ en }) => /^route "(\w+)"/.exec(en)?.[1]) : [];
  expect([...new Set(faulty)]).toEqual(["source", "scene", "option", "duration"]);
});
