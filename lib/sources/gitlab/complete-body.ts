import { isObject } from "../../base/is-object.ts";
import { httpLink } from "../http-link.ts";

type Body = Readonly<Record<string, unknown>>;

/**
 * A body with its project's path and page where only other fields or GitLab's own address (a header) tell them: jobs of older
 * versions, system hooks, vulnerabilities. Anything else as it came.
 */
export function completeBody(json: unknown, instance: string | undefined): unknown {
  if (!isObject(json)) return json;
  const own = isObject(json["project"]) ? json["project"] : undefined;
  if (typeof own?.["path_with_namespace"] === "string") return json;
  const address = httpLink(instance?.replace(/\/+$/, ""));
  const project = projectOf(json, address);
  return { ...json, ...(address && { instance: address }), ...(project && { project: { ...own, ...project } }) };
}

function projectOf(json: Body, instance: string | undefined): Body | undefined {
  const page = pageOf(json);
  const path = pathOf(json) ?? (page && pathOfPage(page));
  if (path === undefined) return undefined;
  const web = page ?? (instance && `${instance}/${path}`);
  return { path_with_namespace: path, ...(web && { web_url: web }) };
}

/** Where events of projects have the path, if not in their project. */
const paths = ["path_with_namespace", "project_path_with_namespace"];

const pathOf = (json: Body): string | undefined =>
  paths.map((name) => json[name]).find((path) => typeof path === "string" && path !== "") as string | undefined;

/** The project's page: its repository's, or what stands before `/-/` in the page of the thing that is told. */
function pageOf({ repository, object_attributes: thing }: Body): string | undefined {
  const home = isObject(repository) ? textLink(repository["homepage"]) : undefined;
  const url = isObject(thing) ? textLink(thing["url"]) : undefined;
  return home ?? url?.split("/-/", 1)[0];
}

const textLink = (value: unknown): string | undefined => httpLink(typeof value === "string" ? value : undefined);

/** `group/app` of its page; a group's pages are below `groups`. */
const pathOfPage = (page: string): string | undefined =>
  new URL(page).pathname.replace(/^\/(?:groups\/)?/, "").replace(/\/$/, "") || undefined;
