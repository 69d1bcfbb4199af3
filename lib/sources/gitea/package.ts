import type { AsGithub, Json } from "../github/as-github.ts";
import { memberOf, textOf } from "./members.ts";

/** A package's version is part of its name; its own repository is where it belongs, and else its owner. */
export function packageOf(json: Json): AsGithub {
  const told = memberOf(json, "package");
  const owner = textOf(memberOf(told, "owner"), "login");
  return {
    event: "package",
    body: {
      ...json,
      package: { ...told, name: [textOf(told, "name"), textOf(told, "version")].filter(Boolean).join(" ") },
      repository: json["repository"] ?? told["repository"],
      organization: json["organization"] ?? (owner === undefined ? undefined : { login: owner }),
    },
  };
}
