import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, findBreaches, findReads, rooms } from "./import-rules.ts";

const root = join(import.meta.dirname, "..", "..");

const files: Files = Object.fromEntries(
  globSync("{lib,functions,infra,local,simulator,test,bench}/**/*.ts", { cwd: root }).map((file) => [
    file,
    readFileSync(join(root, file), "utf8"),
  ]),
);

/** An import of `to`, written in a file of `from`. */
function importing(from: string, to: string): readonly [file: string, text: string] {
  const file = from.endsWith(".ts") ? from : `${from}/a.ts`;
  const specifier = posix.relative(posix.dirname(file), to.endsWith(".ts") ? to : `${to}/b.ts`);
  return [file, `import { b } from "${specifier.startsWith(".") ? specifier : `./${specifier}`}";`];
}

const others = (room: string, all: readonly string[] = rooms) => all.filter((other) => other !== room);

const lines = ["lib/accept", "lib/deliver", "lib/listen", "lib/sweep"];
const pure = ["lib/verify", "lib/sources", "lib/render", "lib/policy", "lib/qq"];
const edges = ["lib/http", "lib/store", "lib/send", "lib/sns", "lib/log"];

describe("the project", () => {
  it("is read whole, and every room of lib has a rule", () => {
    const known = new Set(Object.keys(files).map((file) => file.split("/", 2).join("/")));
    expect([...known]).toEqual(expect.arrayContaining(["lib/model", "lib/ports.ts", "functions/c2c.ts"]));
    expect(rooms.filter((room) => room.startsWith("lib/")).toSorted()).toEqual(
      [...known].filter((place) => place.startsWith("lib/")).toSorted(),
    );
  });

  it("has no more than three loose files beside the rooms of lib", () => {
    const loose = Object.keys(files).filter((file) => /^lib\/[^/]+$/.test(file));
    expect(loose.length).toBeLessThanOrEqual(3);
  });

  it("imports one way only", () => expect(findBreaches(files)).toEqual([]));

  it("reads neither clock nor chance nor surroundings where they are handed in", () =>
    expect(findReads(files)).toEqual([]));
});

describe("each rule bites", () => {
  const pairs = (from: readonly string[], to: (room: string) => readonly string[]) =>
    from.flatMap((room) => to(room).map((other) => [room, other] as const));
  const forbidden = [
    ...pairs(["lib/model", "lib/base"], (room) => others(room)),
    ...pairs(lines, (room) => [...others(room, lines), ...edges, "lib/compose", "lib/config"]),
    ...pairs(["lib/outbox"], () => [...lines, ...edges, "lib/compose"]),
    ...pairs(pure, (room) => [...others(room, pure), ...lines, ...edges, "lib/ports.ts", "lib/outbox", "lib/config"]),
    ...pairs(edges, (room) => [...others(room, edges), ...lines, "lib/policy", "lib/outbox"]),
    ...pairs(others("functions"), () => ["functions"]),
    ...pairs(others("test"), () => ["test"]),
    ...pairs(
      rooms.filter((room) => !["local", "local/plan", "test", "bench"].includes(room)),
      () => ["local"],
    ),
    ...pairs(
      rooms.filter((room) => !["local/plan", "test"].includes(room)),
      () => ["local/plan"],
    ),
    ...pairs(["local/plan"], () => ["lib/compose", "lib/store", "lib/policy", "simulator", "bench", "infra"]),
    ...pairs(["simulator"], () => rooms.filter((room) => room.startsWith("lib/") || room === "infra")),
    ...pairs(["functions"], () => ["lib/accept", "lib/store", "lib/render", "lib/log"]),
    ...pairs(["lib/config"], () => ["lib/store"]),
    ...pairs(["lib/ports.ts"], () => ["lib/outbox"]),
    ...pairs(["lib/compose"], () => ["infra"]),
    ...pairs(["infra"], () => ["lib/compose"]),
    ...pairs(["infra/routes.ts"], () => ["lib/sources"]),
    ...pairs(["infra/settings.ts"], () => ["lib/policy"]),
  ];

  it.each(forbidden)("%s may not import %s", (from, to) => {
    const [file, text] = importing(from, to);
    expect(findBreaches({ [file]: text })).toEqual([expect.stringContaining(file)]);
  });

  it("for every room but the tests, which may see all but the functions", () =>
    expect([...new Set(forbidden.map(([from]) => from))].toSorted()).toEqual([...rooms].toSorted()));

  it.each([
    ["the model, another package", "lib/model/a.ts", `import { createHash } from "node:crypto";`],
    ["a pure room, files", "lib/sources/github/push.ts", `import { readFileSync } from "node:fs";`],
    ["a pure room, from far below", "lib/sources/github/push.ts", `import { a } from "../../store/keys.ts";`],
    ["a line, an edge's type", "lib/accept/accept.ts", `import type { Table } from "../store/table.ts";`],
    ["a line, a package", "lib/sweep/sweep.ts", `import middy from "@middy/core";`],
    ["a command, the store", "lib/listen/commands/pair.ts", `import { createStore } from "../../store/store.ts";`],
    ["a port itself, not its type", "lib/accept/accept.ts", `import { Store } from "../ports.ts";`],
    ["a source itself, not its type", "lib/config/a.ts", `import { sources } from "../sources/index.ts";`],
    ["over several lines", "lib/accept/a.ts", `import {\n  a,\n  b,\n} from "../send/client.ts";`],
    ["by a re-export", "lib/accept/a.ts", `export { a } from "../send/client.ts";\nexport * from "./b.ts";`],
    ["for its effect", "lib/accept/a.ts", `import "../send/client.ts";`],
    ["when called", "lib/accept/a.ts", `const client = await import("../send/client.ts");`],
    ["in a folder of no rule", "lib/utils/a.ts", ""],
    ["in a loose file of no rule", "lib/utils.ts", ""],
  ])("%s", (_, file, text) => expect(findBreaches({ [file]: text })).toEqual([expect.stringContaining(file)]));

  it.each([
    ["lib/model/a.ts", `import * as z from "zod";\nimport { b } from "./b.ts";`],
    [
      "lib/sources/github/push.ts",
      `import type { Notice } from "../../model/notice.ts";\nimport { a } from "../a.ts";`,
    ],
    ["lib/send/images/a.ts", `import type { Qq } from "../../ports.ts";\nimport { wire } from "../../qq/wire.ts";`],
    ["lib/accept/a.ts", `import { plan } from "../policy/plan/plan.ts";\nimport type { B } from "./b.ts";`],
    ["lib/accept/a.ts", `import { wakeTarget } from "../outbox/wake.ts";`],
    ["lib/listen/run-command.ts", `import { commands } from "./commands/index.ts";`],
    ["lib/compose/scene.ts", `import { createStore } from "../store/store.ts";\nimport { Resource } from "sst";`],
    ["local/run/server.ts", `import a from "dynalite";\nimport { composeScene } from "../../lib/compose/scene.ts";`],
    ["lib/accept/a.ts", `/**\n * import { a } from "../send/client.ts";\n */`],
  ])("what %s may import is not", (file, text) => expect(findBreaches({ [file]: text })).toEqual([]));

  it("says who imports what, and what it may", () =>
    expect(findBreaches({ "lib/qq/wire.ts": `import type { Store } from "../ports.ts";` })).toEqual([
      "lib/qq/wire.ts imports a type of ../ports.ts: lib/qq may import lib/model, lib/base, zod, node:crypto",
    ]));
});

describe("a read of the surroundings is found", () => {
  it.each(["Date.now()", "new Date()", "Math.random()", "process.env['PORT']", "randomUUID()", "fetch(url)"])(
    "%s",
    (read) => {
      const text = `/** Not ${read}. */\nconst value = ${read};\n`;
      const unaware = ["lib/model/a.ts", "lib/policy/plan/plan.ts", "lib/deliver/deliver.ts"];
      const found = findReads(
        Object.fromEntries([...unaware, "lib/compose/scene.ts", "local/run/a.ts"].map((file) => [file, text])),
      );
      expect(found.map((breach) => breach.split(" ")[0])).toEqual(unaware);
    },
  );

  it("a moment that is handed in is not", () =>
    expect(findReads({ "lib/policy/plan/plan.ts": "const at = new Date(now);\n" })).toEqual([]));
});
