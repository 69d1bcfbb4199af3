import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Inbound } from "../model/inbound.ts";
import { type Refusal, refusalStatus } from "../model/refusal.ts";
import type { Source } from "../model/source.ts";
import { inJson } from "./facade/answers.ts";

/** `json://` and its kin may be told a method; the others of it have no body to read. */
const methods: readonly Method[] = ["GET", "POST", "PUT"];

/** Apprise's statuses: no conversation of a tag's name is one that could not be told, and a body too long is a field too long. */
const statuses = {
  ...refusalStatus,
  invalid: 400,
  "too-large": 431,
  "unknown-chat": 424,
} as const satisfies Record<Refusal["refusal"], number>;

/** Home Assistant answers the states that a service changed. */
const isHomeAssistant = ({ rest = [] }: Inbound): boolean => rest[0] === "api";

/** Bark's bodies have a title and a body too, Grafana's a version. */
const others = ["device_key", "device_keys", "alerts"];

/** Apprise: its API server (`POST /notify/<key>`), and what its `json`, `form`, `xml` and `hassio` URLs post. */
export const apprise = {
  name: "apprise",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": methods,
      notify: ["POST"],
      "notify/:key": ["POST"],
      "api/services/:domain/:service": ["POST"],
    },
    proofs: [{ kind: "key" }, { kind: "segment", at: 1, after: "" }, { kind: "bearer" }, { kind: "basic" }],
    taken: (inbound) => inJson(200, isHomeAssistant(inbound) ? [] : { error: null, details: [] }),
    refused: ({ refusal, message }) =>
      inJson(statuses[refusal], { error: refusal === "unauthorized" ? "Unauthorized" : message }),
  },
  isMine: ({ headers, path }, keys) =>
    headers["x-apprise-id"] !== undefined ||
    /\/notify(?:\/[^/]+)?\/?$|\/api\/services\/[^/]+\/[^/]+\/?$/.test(path) ||
    /[/+]xml\b/i.test(headers["content-type"] ?? "") ||
    (!others.some((name) => keys.has(name)) && hasItsShape(keys)),
  load: async () => (await import("./apprise/format.ts")).appriseFormat,
} as const satisfies Source;

const hasItsShape = (keys: ReadonlySet<string>): boolean =>
  (keys.has("version") && keys.has("message") && keys.has("type")) ||
  (keys.has("body") && ["type", "format", "urls", "tag", "tags"].some((name) => keys.has(name)));
