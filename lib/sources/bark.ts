import { topFields } from "../base/top-fields.ts";
import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Source } from "../model/source.ts";
import { tellRefused, tellTaken } from "./bark/answers.ts";

const getOrPost: readonly Method[] = ["GET", "POST"];

/** In bytes: what takes a message back is short. */
const maxBytes = 64 * 1_024;

/** Takes an earlier message off the phone. What was told in QQ stays told. */
const isDelete = (inbound: Inbound): boolean =>
  [inbound.query["delete"], topFields(inbound, maxBytes).get("delete")].some((value) => value === "1" || value === 1);

/** What only Bark's bodies have beside `body`. */
const own = ["subtitle", "level", "group", "sound", "icon", "badge", "isArchive", "autoCopy", "copy", "call", "volume"];

/** Words in a GET's path that are another vendor's. */
const others = /\/(?:bot[^/]*|webhooks|message|send\w*|get_\w+|publish|trigger)(?:\/|$)|\.send\/?$/;

/** The words of a message in the path of a GET, after the secret. */
const isInPath = ({ method, path }: Inbound): boolean =>
  method === "GET" && /^\/[^/]+(?:\/[^/]*){2,4}$/.test(path) && !others.test(path);

/** Bark's server: `POST /push`, or the words of the message in the path, `/<secret>/:title/:body`. */
export const bark = {
  name: "bark",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": getOrPost,
      push: ["POST"],
      ":body": getOrPost,
      ":title/:body": getOrPost,
      ":title/:subtitle/:body": getOrPost,
    },
    proofs: [{ kind: "key" }, { kind: "list", name: "device_key" }, { kind: "list", name: "device_keys" }],
    taken: tellTaken,
    refused: tellRefused,
    aside: (inbound) => (isDelete(inbound) ? tellTaken(inbound) : undefined),
    roots: [
      { path: "push", named: { field: "device_key" } },
      { path: "push", named: { field: "device_keys" } },
      { path: "push", named: { query: "device_key" } },
      { path: ":key" },
      { path: ":key/:body" },
      { path: ":key/:title/:body" },
      { path: ":key/:title/:subtitle/:body" },
    ],
  },
  isMine: (inbound, keys) =>
    (/\/push\/?$/.test(inbound.path) && !/\/message\/push\/?$/.test(inbound.path)) ||
    isInPath(inbound) ||
    keys.has("device_key") ||
    keys.has("device_keys") ||
    (keys.has("body") && own.some((name) => keys.has(name))),
  load: async () => (await import("./bark/format.ts")).barkFormat,
} as const satisfies Source;
