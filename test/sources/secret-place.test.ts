import { expect, test } from "vitest";
import { secretPlace } from "../../lib/sources/secret-place.ts";

test.each<[Parameters<typeof secretPlace>[0], string]>([
  [{ source: "gotify", secret: "NasSecret" }, "/<NasSecret>"],
  [{ source: "gotify", secret: ["New", "Old"] }, "/<New>"],
  [{ source: "gotify", secret: "NasSecret", auth: "bearer" }, ""],
  [{ source: "gotify", open: true }, ""],
  [{ source: "generic", secret: "S", auth: "key" }, "?key=<S>"],
  [{ source: "generic", secret: "S" }, ""],
  [{ source: "github", secret: "S" }, ""],
  [{ source: "gitea", secret: "S" }, ""],
  [{ source: "gitee", secret: "S" }, ""],
  [{ source: "coding", secret: "S" }, ""],
  [{ source: "bitbucket", secret: "S" }, ""],
  [{ source: "uptime-kuma", secret: "S" }, "/<S>"],
  [{ source: "healthchecks", secret: "S" }, "/<S>"],
  [{ source: "sentry", secret: "S" }, "/<S>"],
  [{ source: "jenkins", secret: "S" }, "/<S>"],
  [{ source: "zabbix", secret: "S" }, "/<S>"],
  [{ source: ["github", "gotify"], secret: "S" }, "/<S>"],
  [{ source: ["gotify", "github"], secret: "S", auth: "key" }, "?key=<S>"],
  [{ source: "nothing of the kind", secret: "S" }, ""],
])("behind the address of %j stands %j", (route, place) => expect(secretPlace(route)).toBe(place));
