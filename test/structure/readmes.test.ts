import { describe, expect, it } from "vitest";
import { projectFiles } from "./project-files.ts";
import { findUnexplained } from "./readmes.ts";

const filesOf = (folder: string, count: number) => Array.from({ length: count }, (_, at) => `${folder}/${at}.ts`);

it("every folder of more than ten files says what belongs there and how to add one more", () => {
  expect(projectFiles).toContain("lib/model/scene.ts");
  expect(findUnexplained(projectFiles)).toEqual([]);
});

describe("a folder without a word of explanation", () => {
  it.each([
    ["eleven files", filesOf("lib/model", 11), ["lib/model"]],
    ["deep below", filesOf("lib/send/images", 11), ["lib/send/images"]],
    ["files of any kind", filesOf("infra", 10).concat("infra/a.json"), ["infra"]],
    ["the README of another folder", [...filesOf("test/line", 11), "test/README.md"], ["test/line"]],
    ["a README of another name", [...filesOf("bench", 11), "bench/readme.txt"], ["bench"]],
    ["two of them", [...filesOf("local/run", 11), ...filesOf("simulator", 12)], ["local/run", "simulator"]],
  ])("is found: %s", (_, files, found) => expect(findUnexplained(files)).toEqual(found));

  it.each([
    ["ten files", filesOf("lib/model", 10)],
    ["a README", [...filesOf("lib/model", 11), "lib/model/README.md"]],
    ["ten files and a README", [...filesOf("lib/model", 10), "lib/model/README.md"]],
    ["eleven in two folders", [...filesOf("lib/qq", 6), ...filesOf("lib/qq/codes", 5)]],
    ["goldens, which tests write", filesOf("test/golden/github", 40)],
    ["what is no room", filesOf("docs", 11)],
  ])("is none: %s", (_, files) => expect(findUnexplained(files)).toEqual([]));
});
