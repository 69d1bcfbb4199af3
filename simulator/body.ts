import type { SimRequest } from "./request.ts";

export type Body = Readonly<Record<string, unknown>>;

/** A body as an object, or what could be seen of one that is none. */
export type ReadBody =
  | { readonly kind: "object"; readonly value: Body }
  | { readonly kind: "malformed"; readonly text: string; readonly multipart: boolean };

/** Parts of a multipart body that are objects, written as JSON. */
const objectParts = new Set(["markdown", "ark", "embed", "keyboard", "message_reference"]);

/** Deeper nesting is nobody's message, and would break those who walk it. */
const deepest = 64;

/** Reads JSON or multipart; an empty body is an empty object. */
export async function readBody(request: SimRequest): Promise<ReadBody> {
  const multipart = /^multipart\/form-data/i.test(request.contentType);
  try {
    const value = multipart ? await readParts(request) : parse(request.body.toString());
    if (isBody(value) && !isDeep(value, deepest)) return { kind: "object", value };
  } catch {
    // Told below like every other body that is no object.
  }
  return { kind: "malformed", text: request.body.toString().slice(0, 2_000), multipart };
}

const parse = (text: string): unknown => (text.trim() === "" ? {} : JSON.parse(text));

const isBody = (value: unknown): value is Body => typeof value === "object" && value !== null && !Array.isArray(value);

const isDeep = (value: unknown, left: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1)));

async function readParts({ body, contentType }: SimRequest): Promise<Body> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
  const parts = [...form].map(([name, part]): [string, unknown] => {
    if (typeof part !== "string") return [name, { name: part.name, size: part.size, type: part.type }];
    return [name, objectParts.has(name) ? unwrapped(name, JSON.parse(part)) : part];
  });
  return Object.fromEntries(parts);
}

/** QQ's own example of a form has `ark` in itself once more: `ark={"ark":{…}}`. */
const unwrapped = (name: string, part: unknown): unknown =>
  isBody(part) && Object.keys(part).join() === name ? part[name] : part;
