import { isRefusal } from "../../model/refusal.ts";
import { httpLink } from "../http-link.ts";
import { dataUrlOf } from "../read-image.ts";
import { readText } from "../read-json.ts";

/** What is told of a file: its name, its words where it is a text, the picture where it is one, or where it is to be had. */
export type FileTold = {
  readonly lines: readonly string[];
  readonly image?: string;
  readonly link?: string;
};

const picture = /\.(?:png|jpe?g|gif|webp)$/i;
const words = /(?:^[^.]*|\.(?:txt|log|md|markdown))$/i;
// eslint-disable-next-line no-control-regex -- what no text has
const binary = /[\u0000-\u0008\u000e-\u001f]/;

/** A file that came as the body. */
export function tellFile(bytes: Uint8Array, name = "attachment"): FileTold {
  const image = dataUrlOf(bytes);
  if (image !== undefined) return { lines: [`📎 ${name}`], image };
  const read = words.test(name) ? readText(bytes) : undefined;
  const isText = read !== undefined && !isRefusal(read) && !binary.test(read.text);
  return { lines: [`📎 ${name}`, ...(isText ? [read.text.trim()] : [])] };
}

/** A file at an address. */
export function tellAttached(url: string | undefined, name: string | undefined): FileTold {
  const link = httpLink(url);
  if (link === undefined) return { lines: name === undefined ? [] : [`📎 ${name}`] };
  const last = new URL(link).pathname.split("/").at(-1);
  if (picture.test(name ?? last ?? "")) return { lines: [], image: link, link };
  return { lines: [`📎 ${name ?? (last || "attachment")}`], link };
}
