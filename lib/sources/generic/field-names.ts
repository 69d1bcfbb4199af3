import type { FieldPaths } from "../../model/source.ts";

export type FieldName = keyof FieldPaths;

/** Under which names a body's own members are taken for the notice's fields; the first one that says something counts. */
export const fieldNames = {
  title: ["title", "subject", "name", "summary"],
  text: ["text", "message", "msg", "content", "body", "desp", "description", "markdown", "summary"],
  level: ["level", "severity", "priority", "status", "state", "type"],
  link: ["link", "url", "href"],
  key: ["key"],
  image: ["image", "picture"],
} as const satisfies Record<FieldName, readonly string[]>;
