import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, findBreaches, findReads } from "./import-rules.ts";

const root = join(import.meta.dirname, "..", "..");

const files: Files = Object.fromEntries(
  globSync("{lib,functions,infra,local,test,bench}/**/*.ts", { cwd: root }).map((file) => [
    file,
    readFileSync(join(root, file), "utf8"),
  ]),
);

describe("the project", () => {
  it("is read whole", () => {
    const places = new Set(Object.keys(files).map((file) => file.split("/", 2).join("/")));
    for (const place of [
      "lib/model",
      "lib/policy",
      "lib/store",
      "lib/accept.ts",
      "functions/c2c.ts",
      "infra/routes.ts",
    ])
      expect(places).toContain(place);
  });

  it("imports one way only", () => expect(findBreaches(files)).toEqual([]));

  it("reads neither clock nor chance nor surroundings where they are handed in", () =>
    expect(findReads(files)).toEqual([]));
});

describe("an import that goes against the flow is found", () => {
  it.each([
    ["the model, another package", "lib/model/a.ts", `import { createHash } from "node:crypto";`],
    ["the model, a policy", "lib/model/a.ts", `import { plan } from "../policy/plan.ts";`],
    ["a pure folder, a port", "lib/policy/plan.ts", `import type { Store } from "../ports.ts";`],
    ["a pure folder, another", "lib/render/a.ts", `import { plan } from "../policy/plan.ts";`],
    ["a pure folder, files", "lib/sources/github/push.ts", `import { readFileSync } from "node:fs";`],
    ["a pure folder, from far below", "lib/sources/github/push.ts", `import { a } from "../../store/keys.ts";`],
    ["an edge, another", "lib/store/a.ts", `import { createQq } from "../send/client.ts";`],
    ["an edge, a policy", "lib/send/a.ts", `import { judge } from "../policy/verdict.ts";`],
    ["the store, QQ's protocol", "lib/store/a.ts", `import { wire } from "../qq/wire.ts";`],
    ["a line, an edge", "lib/accept.ts", `import { createStore } from "./store/store.ts";`],
    ["a line, an edge's type", "lib/accept.ts", `import type { Table } from "./store/table.ts";`],
    ["a line, the wiring", "lib/deliver.ts", `import { composeScene } from "./compose-scene.ts";`],
    ["a line, a package", "lib/sweep.ts", `import middy from "@middy/core";`],
    ["a line of later, an edge", "lib/listen.ts", `import { receive } from "./http/receive.ts";`],
    ["a command, the store", "lib/commands/pair.ts", `import { createStore } from "../store/store.ts";`],
    ["the links, the wiring", "lib/links.ts", `import { composeScene } from "./compose-scene.ts";`],
    ["the handler, the wiring itself", "lib/handler.ts", `import { composeScene } from "./compose-scene.ts";`],
    ["the handler, a line", "lib/handler.ts", `import { accept } from "./accept.ts";`],
    ["a function, a line", "functions/group.ts", `import { accept } from "../lib/accept.ts";`],
    ["a function, the log", "functions/group.ts", `import { createLog } from "../lib/log.ts";`],
    ["the configuration, a source", "infra/routes.ts", `import { github } from "../lib/sources/github.ts";`],
    ["the deployment, the wiring", "infra/table.ts", `import { composeScene } from "../lib/compose-scene.ts";`],
    ["a function, the deployment", "functions/group.ts", `import { table } from "../infra/table.ts";`],
    ["the wiring, the local run", "lib/compose-scene.ts", `import { startRelay } from "../local/server.ts";`],
    ["the local run, a function", "local/server.ts", `import { handler } from "../functions/c2c.ts";`],
    ["the local run, a test", "local/server.ts", `import { startRig } from "../test/support/rig.ts";`],
    ["a test, a function", "test/line/a.test.ts", `import { handler } from "../../functions/c2c.ts";`],
    ["over several lines", "lib/accept.ts", `import {\n  a,\n  b,\n} from "./send/client.ts";`],
    ["by a re-export", "lib/accept.ts", `export { a } from "./send/client.ts";\nexport * from "./line.ts";`],
    ["for its effect", "lib/accept.ts", `import "./send/client.ts";`],
    ["when called", "lib/accept.ts", `const client = await import("./send/client.ts");`],
    ["in a folder of no rule", "lib/utils/a.ts", ""],
  ])("%s", (_, file, text) => expect(findBreaches({ [file]: text })).toEqual([expect.stringContaining(file)]));

  it.each([
    ["lib/model/a.ts", `import * as z from "zod";\nimport { b } from "./b.ts";`],
    [
      "lib/sources/github/push.ts",
      `import type { Notice } from "../../model/notice.ts";\nimport { a } from "../a.ts";`,
    ],
    ["lib/send/a.ts", `import type { Qq } from "../ports.ts";\nimport { wire } from "../qq/wire.ts";`],
    ["lib/accept.ts", `import { plan } from "./policy/plan.ts";\nimport type { Line } from "./line.ts";`],
    ["lib/handler.ts", `import type { SceneRelay } from "./compose-scene.ts";`],
    ["lib/compose-scene.ts", `import { createStore } from "./store/store.ts";\nimport { accept } from "./accept.ts";`],
    ["lib/obey.ts", `import { commands } from "./commands/index.ts";`],
    ["lib/compose-kick.ts", `import { createInvoke } from "./send/invoke.ts";`],
    ["local/server.ts", `import dynalite from "dynalite";\nimport { composeScene } from "../lib/compose-scene.ts";`],
    ["lib/accept.ts", `/**\n * import { a } from "./send/client.ts";\n */`],
  ])("what %s may import is not", (file, text) => expect(findBreaches({ [file]: text })).toEqual([]));

  it("says who imports what, and what it may", () =>
    expect(findBreaches({ "lib/qq/wire.ts": `import type { Store } from "../ports.ts";` })).toEqual([
      "lib/qq/wire.ts imports a type of ../ports.ts: lib/qq may import lib/model, zod, node:crypto",
    ]));
});

describe("a read of the surroundings is found", () => {
  it.each(["Date.now()", "new Date()", "Math.random()", "process.env['PORT']", "randomUUID()", "fetch(url)"])(
    "%s",
    (read) => {
      const text = `/** Not ${read}. */\nconst value = ${read};\n`;
      const places = ["lib/model/a.ts", "lib/policy/plan.ts", "lib/deliver.ts"];
      const found = findReads(
        Object.fromEntries([...places, "lib/compose-scene.ts", "local/a.ts"].map((file) => [file, text])),
      );
      expect(found.map((breach) => breach.split(" ")[0])).toEqual(places);
    },
  );

  it("a moment that is handed in is not", () =>
    expect(findReads({ "lib/policy/plan.ts": "const at = new Date(now);\n" })).toEqual([]));
});
