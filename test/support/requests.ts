import { createHmac } from "node:crypto";
import { example, type JsonObject } from "./github.ts";

/** A webhook as a sender makes it. */
export type Request = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export const signature = (secret: string, body: string | Uint8Array): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

let count = 0;

/** A delivery of GitHub's that the secret signed, under an id of its own unless one is given. */
export function githubRequest(
  path: string,
  secret: string,
  { event = "push", body = push(), id }: { event?: string; body?: string | Uint8Array; id?: string } = {},
): Request {
  count += 1;
  const headers = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-delivery": id ?? `delivery-${count}`,
    "x-hub-signature-256": signature(secret, body),
  };
  return { path, headers, body };
}

/** GitHub's example of a push with a commit, changed where a test needs it to be. */
export const push = (patch: JsonObject = {}): string =>
  JSON.stringify(example("push", patch, (body) => JSON.stringify(body["commits"]) !== "[]"));

/** One that no other request's words are the same as, since a sender without ids is deduplicated by them. */
export function alert(): string {
  count += 1;
  return JSON.stringify({ alerts: [{ status: "firing", labels: { alertname: `DiskWillFill${count}` } }] });
}

export type Replied = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: {
    readonly error?: string;
    readonly message?: string;
    readonly deliveries?: readonly {
      readonly id: string;
      readonly target: string;
      readonly state: string;
      readonly reason?: string;
    }[];
  };
};

/** Sends a webhook to a relay. An answer without a body reads as an empty object. */
export async function sendTo(url: string, { path, method = "POST", headers = {}, body }: Request): Promise<Replied> {
  const init = body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) };
  const response = await fetch(url + path, { method, headers, ...init });
  const text = await response.text();
  const json = JSON.parse(text === "" ? "{}" : text) as Replied["json"];
  return { status: response.status, headers: response.headers, text, json };
}
