import { type Hmac, hmacs } from "../../../lib/model/hmac.ts";
import type { Call } from "../../cli/senders/sender.ts";
import type { Sample } from "../../samples/sample.ts";
import { withField } from "../push/sign-hmac.ts";

type Request = Sample["request"];

/**
 * A command line for a POSIX shell that makes a sample request as the sender of a route would, proved by its secret (its value, or what
 * stands for it); undefined where a time or an id is signed too, which no line that is kept can hold.
 */
export function curlOf(call: Call, samples: readonly Sample[], secret: string): string | undefined {
  if (call.method === "GET") return `curl ${quote(call.url)}`;
  const posted = samples.find(({ request }) => request.method === "POST") ?? samples[0];
  if (!posted) return undefined;
  const { request } = posted;
  const body = withFields(request, call.fields ?? {});
  const url = request.query === "" ? call.url : `${call.url}${call.url.includes("?") ? "&" : "?"}${request.query}`;
  const signature = call.signs === undefined ? [] : signatureOf(call, secret);
  if (signature === undefined) return undefined;
  const headers = Object.entries({ ...request.headers, ...call.headers }).map(
    ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
  );
  const isGet = request.method === "GET";
  const sent = signature.length > 0 ? `--data-binary "$body"` : `--data-binary ${quote(body)}`;
  const command = ["curl", quote(url), ...headers, ...signature, ...(isGet ? [] : [sent])].join(" ");
  return signature.length > 0 ? `body=${quote(body)}\n${command}` : command;
}

/** One word to the shell, whatever stands in it. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The body in one line, with what of the proof belongs into it. */
function withFields({ body, headers }: Request, fields: Readonly<Record<string, string>>): string {
  const isJson = headers["content-type"]?.includes("json") === true;
  const plain = isJson ? JSON.stringify(JSON.parse(body)) : body;
  return Object.entries(fields).reduce((text, [name, value]) => withField(text, name, value), plain);
}

/** The header that signs `$body`; undefined where the shell alone cannot make it. */
function signatureOf({ signs, signedIn }: Call, secret: string): readonly string[] | undefined {
  const hmac: Hmac | undefined =
    signs === "dingtalk" || signs === "feishu" || signs === undefined ? undefined : hmacs[signs];
  if (!hmac || hmac.encoding || hmac.key || hmac.id !== undefined) return undefined;
  if (hmac.time && !hmac.time.isOptional) return undefined;
  const { algorithm = "sha256", prefix = "", headers } = hmac;
  const digest = `$(printf %s "$body" | openssl dgst -${algorithm} -hmac ${quote(secret)} -r | cut -d' ' -f1)`;
  return [`-H "${signedIn ?? headers[0]}: ${prefix}${digest}"`];
}
