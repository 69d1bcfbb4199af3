import * as z from "zod";
import { lookUp } from "../look-up.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { isoTime, text } from "../monitor/fields.ts";
import { doerOf } from "./body.ts";
import { defineTeller, keyOfIssue } from "./teller.ts";
import { words } from "./words.ts";

/** At most so many lines of a comment. */
const max = 5;

/** What somebody says of an issue, in Markdown. */
export const comment = defineTeller({
  schema: z.looseObject({ comment: text, project_slug: text, issue_id: text, timestamp: isoTime }),
  map({ comment: said, project_slug: project, issue_id: id, timestamp }, body, { language }) {
    const say = words[language];
    const where = project ?? say.unnamed;
    const title = lookUp<(who: string, project: string) => string>(say.comment, body.action) ?? say.comment.created;
    const lines = body.action === "deleted" ? [] : readMarkup(said ?? "", { image: say.image });
    return {
      level: "info",
      title: title(doerOf(body) ?? say.someone, where),
      lines: lines.slice(0, max).map((line) => line.words),
      at: timestamp,
      key: keyOfIssue(id),
      tally: { where, what: say.tally.comment },
    };
  },
});
