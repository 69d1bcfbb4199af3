import type { Call, Way } from "./sender.ts";

/** What stands in a way's templates for one route. `secret` is its value, or its name in angle brackets where the value is not to be seen. */
export type Given = { readonly at: string; readonly root: string; readonly route: string; readonly secret: string };

const isName = (secret: string): boolean => /^<\w+>$/.test(secret);

/** In an address a secret's value is percent-encoded, and its name is not. */
function fillText(template: string, { at, root, route, secret }: Given): string {
  const isUrl = /^\{(?:at|root|apprise)\}/.test(template);
  const values: Readonly<Record<string, string>> = {
    at,
    root,
    route,
    apprise: at.replace(/^http/, "json"),
    secret: isUrl && !isName(secret) ? encodeURIComponent(secret) : secret,
    basic: isName(secret) ? `base64(relay:${secret})` : Buffer.from(`relay:${secret}`).toString("base64"),
  };
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const fillAll = (texts: Readonly<Record<string, string>>, given: Given): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillText(text, given)]));

const fillCall = ({ method = "POST", url, headers, fields, ...signed }: Call, given: Given): Call => ({
  method,
  url: fillText(url, given),
  ...(headers && { headers: fillAll(headers, given) }),
  ...(fields && { fields: fillAll(fields, given) }),
  ...signed,
});

/** A way of one route: what is entered, letter by letter, and what its sender then posts. */
export const fillWay = ({ where, enter, call }: Way, given: Given): Way => ({
  ...(where && { where }),
  enter: enter.map(({ field, value }) => ({ field, value: fillText(value, given) })),
  call: fillCall(call, given),
});
