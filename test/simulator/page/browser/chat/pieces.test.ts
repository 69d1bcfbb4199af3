import { expect, test } from "vitest";
import { readPieces } from "../../../../../simulator/page/browser/chat/pieces.ts";

test.each([
  ["a plain text", "a < b & c", [{ kind: "text", text: "a < b & c" }]],
  ["nothing", "", []],
  [
    "a link, without the sign that ends its sentence",
    "看 https://example.com/a?b=1#c。再见 http://a.example.com.",
    [
      { kind: "text", text: "看 " },
      { kind: "link", text: "https://example.com/a?b=1#c" },
      { kind: "text", text: "。再见 " },
      { kind: "link", text: "http://a.example.com" },
      { kind: "text", text: "." },
    ],
  ],
  ["a scheme of another kind", "javascript:alert(1)", [{ kind: "text", text: "javascript:alert(1)" }]],
  [
    "mentions in each form",
    '<qqbot-at-user id="A" /><@B><@!C><qqbot-at-everyone />@everyone<#12><emoji:4>',
    [
      { kind: "user", id: "A" },
      { kind: "user", id: "B" },
      { kind: "user", id: "C" },
      { kind: "everyone" },
      { kind: "everyone" },
      { kind: "channel", id: "12" },
      { kind: "emoji", id: "4" },
    ],
  ],
  [
    "commands, one of them sent at once",
    '<qqbot-cmd-input text="%2F%E6%9B%B4%E5%A4%9A" show="more" reference="false" /><qqbot-cmd-enter text="go%" />',
    [
      { kind: "command", text: "/更多", shown: "more", enter: false },
      { kind: "command", text: "go%", shown: "go%", enter: true },
    ],
  ],
  ["a broken mention", "<@ a> <#x> <emoji:>", [{ kind: "text", text: "<@ a> <#x> <emoji:>" }]],
])("%s", (_, text, pieces) => expect(readPieces(text)).toEqual(pieces));
