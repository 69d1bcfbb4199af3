import { isObject } from "../../base/is-object.ts";

/** A body whose repository has its full name: some payloads only tell owner and name. Anything else as it came. */
export function completeRepository(json: unknown): unknown {
  if (!isObject(json) || !isObject(json["repository"])) return json;
  const { repository } = json;
  const { full_name: full, name, owner } = repository;
  if (typeof full === "string" || typeof name !== "string" || !isObject(owner)) return json;
  const login = owner["login"] ?? owner["name"];
  return typeof login === "string" ? { ...json, repository: { ...repository, full_name: `${login}/${name}` } } : json;
}
