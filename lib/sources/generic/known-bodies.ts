import { readFieldPath } from "../../model/field-path.ts";
import { lookUp } from "../look-up.ts";
import { readPath } from "./read-path.ts";
import { readWords } from "./read-words.ts";

/** What is read of a tool's body beside what its members' names say; `status` is how it says its level, a word after its number. */
export type KnownBody = {
  readonly title?: string | undefined;
  readonly status?: readonly (string | undefined)[];
  readonly link?: string | undefined;
  readonly key?: string | undefined;
};

type At = (path: string) => string | undefined;

/** Tools that can post nothing but their own body, and whose members' names do not say what happened. */
const tools: readonly { readonly has: readonly string[]; readonly read: (at: At) => KnownBody }[] = [
  /** Uptime Kuma's webhook, preset `application/json`. */
  {
    has: ["heartbeat.status", "msg"],
    read: (at) => ({
      status: [at("heartbeat.status"), lookUp(kumaStatus, at("heartbeat.status"))],
      link: at("monitor.url"),
    }),
  },
  /** Jenkins's notification plugin: one body a phase, of which the last has the build's result. */
  {
    has: ["build.phase", "build.number", "name"],
    read: (at) => ({
      title: `${at("display_name") ?? at("name")} #${at("build.number")}: ${at("build.status") ?? at("build.phase")}`,
      status: [at("build.status")],
      link: at("build.full_url"),
      key: at("build.full_url"),
    }),
  },
];

/** Uptime Kuma's heartbeats, as its source has them. */
const kumaStatus: Readonly<Record<string, string>> = { 0: "down", 1: "up", 2: "pending", 3: "maintenance" };

/** What a body of a known tool says; nothing where it is of none. */
export function readKnownBody(body: unknown): KnownBody {
  const at: At = (path) => readWords(readPath(body, readFieldPath(`$.${path}`) ?? []));
  return tools.find(({ has }) => has.every((path) => at(path) !== undefined))?.read(at) ?? {};
}
