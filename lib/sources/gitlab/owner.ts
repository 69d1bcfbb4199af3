import * as z from "zod";
import { text } from "../forge/fields.ts";
import type { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";

/** A group where it stands in place of a project. */
export const Group = z.object({ group_name: text, group_path: text, full_path: text }).nullish();

/** The project or group that a thing belongs to, and its page. */
export function ownerOf({
  project,
  group,
  instance,
}: Pick<Envelope, "project" | "instance"> & { readonly group?: z.infer<typeof Group> }): {
  readonly name: string;
  readonly page: string | undefined;
} {
  if (project?.path_with_namespace) return { name: project.path_with_namespace, page: project.web_url ?? undefined };
  const path = group?.full_path || group?.group_path;
  return { name: path || group?.group_name || "GitLab", page: path ? pageOf(instance, "groups", path) : undefined };
}
