import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rooms } from "./import-rules.ts";
import { findLost } from "./printed-paths.ts";
import { projectFiles, root } from "./project-files.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");

const documents = projectFiles.filter(
  (file) =>
    /(?:^|\/)README(?:\.[\w-]+)?\.md$/.test(file) || /^docs\/[^/]+\.md$/.test(file) || file === "CONTRIBUTING.md",
);

describe("what the documents print", () => {
  it("is looked for in all of them", () =>
    expect(documents).toEqual(
      expect.arrayContaining(["CONTRIBUTING.md", "README.md", "README.zh-CN.md", "docs/deploy.md", "lib/qq/README.md"]),
    ));

  it.each(documents)("%s names only what there is", (document) =>
    expect(findLost(document, read(document), projectFiles)).toEqual([]),
  );

  it("CONTRIBUTING.md names every room that has a rule of its own", () => {
    const text = read("CONTRIBUTING.md");
    expect(rooms.filter((room) => !text.includes(`\`${room}\``))).toEqual([]);
  });
});

describe("a path that leads nowhere", () => {
  const files = ["lib/qq/wire.ts", "lib/qq/codes/v2.ts", "lib/compose/qq.ts", "docs/deploy.md", "README.md"];

  it.each([
    ["a file", "`lib/qq/wires.ts`", "lib/qq/wires.ts"],
    ["a folder", "`lib/policy`", "lib/policy"],
    ["a folder with its slash", "`lib/qq/code/`", "lib/qq/code/"],
    ["a file of no room", "`qq/wire.ts`", "qq/wire.ts"],
    ["a bare file", "`wire.ts`", "wire.ts"],
    ["a glob", "`lib/compose-*.ts`", "lib/compose-*.ts"],
    ["one of several", "`lib/qq/wire.ts` `lib/qq/codes.ts`", "lib/qq/codes.ts"],
    ["in a table", "| wire | `lib/qq/wired.ts` |", "lib/qq/wired.ts"],
    ["a link", "[deploy](deploy.md)", "deploy.md"],
    ["a link under code", "[`lib/qq/wire.ts`](lib/qq/wired.ts)", "lib/qq/wired.ts"],
    ["a link to a place in a file", "[deploy](docs/sst.md#first)", "docs/sst.md"],
  ])("is found: %s", (_, text, lost) =>
    expect(findLost("CONTRIBUTING.md", text, files)).toEqual([`CONTRIBUTING.md: ${lost}`]),
  );

  it.each([
    ["a file", "`lib/qq/wire.ts`"],
    ["a folder", "`lib/qq` and `lib/qq/codes/`"],
    ["a glob", "`lib/*/qq.ts`, `lib/**/v2.ts`, `lib/{qq,compose}/*.ts`"],
    ["a link", "[deploy](docs/deploy.md#first)"],
    ["an address", "[SST](https://sst.dev/docs/a.md) `POST /_sim/settings` `/c2c/me` `octo/app`"],
    ["the text of a link that leads there", "[`deploy.md`](docs/deploy.md)"],
    ["a pattern of branches", "`release/*`"],
    ["a line of a shell", "```sh\nnode lib/no/such.ts `lib/nothing.ts`\n```"],
    ["a made file", "`sst-env.d.ts`"],
  ])("is none: %s", (_, text) => expect(findLost("CONTRIBUTING.md", text, files)).toEqual([]));

  it("is looked for beside the document too, but a link nowhere else", () => {
    expect(findLost("lib/qq/README.md", "`wire.ts` `codes/v2.ts` [wire](wire.ts)", files)).toEqual([]);
    expect(findLost("lib/qq/README.md", "[deploy](docs/deploy.md)", files)).toEqual([
      "lib/qq/README.md: docs/deploy.md",
    ]);
  });
});
