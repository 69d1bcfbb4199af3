import { expect, test } from "vitest";
import { titled } from "../../../lib/sources/facade/titled.ts";

const long = "x".repeat(201);

test.each<[title: string, texts: readonly string[], told: ReturnType<typeof titled>]>([
  ["Title", ["text"], { title: "Title", text: "text" }],
  ["", ["one\n\n two "], { text: "one\ntwo" }],
  [" \n\u200B\nTitle\r\nmore", ["text"], { title: "Title", text: "more\ntext" }],
  ["Title", ["Title", "text"], { title: "Title", text: "text" }],
  ["Title", ["text", "Title"], { title: "Title", text: "text\nTitle" }],
  ["Title", ["", "\n"], { title: "Title", text: "" }],
  [long, ["text"], { text: `${long}\ntext` }],
  ["", [], { text: "" }],
])("%j and %j", (title, texts, told) => expect(titled(title, texts)).toEqual(told));
