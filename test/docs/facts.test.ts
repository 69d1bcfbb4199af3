import { describe, expect, it } from "vitest";
import { codes } from "../../lib/qq/codes.ts";
import { events } from "../../lib/qq/events/index.ts";
import { sources } from "../../lib/sources/index.ts";
import { projectFiles } from "../structure/project-files.ts";
import { documents, readDocument } from "./documents.ts";
import { partsOf } from "./markdown.ts";

describe("what the documents say by hand is so", () => {
  it("has pictures that are there, and shows all of them", () => {
    const shown = documents.flatMap((file) => {
      const folder = file.split("/").slice(0, -1).join("/");
      return [...readDocument(file).matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path = ""]) =>
        [folder, path].filter(Boolean).join("/"),
      );
    });
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((path) => !projectFiles.includes(path))).toEqual([]);
    const pictures = projectFiles.filter((path) => path.startsWith("docs/pictures/"));
    expect(pictures.filter((path) => !shown.includes(path))).toEqual([]);
  });

  it.each(["docs/real-bot.md", "docs/real-bot.zh-CN.md"])(
    "%s names the events to tick that the relay reads",
    (file) => {
      const named = partsOf(readDocument(file)).flatMap((part) =>
        part.kind === "inline" && /^[A-Z][A-Z0-9]*_[A-Z_]+$/.test(part.text) && !/^QQ_|^RELAY_/.test(part.text)
          ? [part.text]
          : [],
      );
      expect(named.filter((name) => !Object.hasOwn(events, name))).toEqual([]);
      // These open a window where they come, and nothing is missed without them.
      const optional = /^(?:GUILD_MEMBER_|FORUM_)|^MESSAGE_REACTION_REMOVE$/;
      expect(Object.keys(events).filter((name) => !named.includes(name) && !optional.test(name))).toEqual([]);
    },
  );

  it("names codes of QQ that the relay knows, of its gateway, or of its console", () => {
    const others = ["10020", "13007", "4902", "4914", "4915"];
    const pages = documents.filter((file) => /^docs\/(?:real-bot|troubleshooting)/.test(file));
    const named = pages.flatMap(
      (file) =>
        readDocument(file)
          .split("<!-- codes -->")[0]
          ?.match(/(?<!-)\b(?:[34]0\d{4,6}|1\d{4,5}|49\d\d|850\d{3})\b/g) ?? [],
    );
    expect(new Set(named).size).toBeGreaterThan(15);
    expect(named.filter((code) => !Object.hasOwn(codes, code) && !others.includes(code))).toEqual([]);
  });

  it("counts sources and tools as there are", () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50);
    expect(
      readDocument("docs/senders/README.md").match(/^\| (?!tool|---)[^|]+\| (?:`|–)/gm)?.length,
    ).toBeGreaterThanOrEqual(65);
  });
});
