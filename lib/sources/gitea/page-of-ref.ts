import type { Json } from "../github/as-github.ts";
import { textOf } from "./members.ts";

/** Gitea and Gogs have the pages of branches and tags below `src`. */
export function pageOfRef(repository: Json, name: string | undefined): string | undefined {
  const page = textOf(repository, "html_url");
  return page && name && `${page}/src/${name.toWellFormed().split("/").map(encodeURIComponent).join("/")}`;
}
