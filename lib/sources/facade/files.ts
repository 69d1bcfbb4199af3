import type { FilePart } from "../../base/read-multipart.ts";
import { member, objectsOf } from "./members.ts";
import { textOf } from "./text-of.ts";
import { httpLink } from "../http-link.ts";
import { dataUrlOf } from "../read-image.ts";

/** What is told of a message's files: the first picture, the names of the others, where the first one is to be had. */
export type Files = {
  readonly lines: readonly string[];
  readonly image?: string | undefined;
  readonly link?: string | undefined;
};

const picture = /\.(?:png|jpe?g|gif|webp)$/i;

/** In files: more are counted by nobody. */
const most = 10;

type File = { readonly name: string; readonly image?: string | undefined; readonly link?: string | undefined };

function readInline(file: unknown): readonly File[] {
  const base64 = textOf(member(file, "base64"));
  if (base64 === undefined) return [];
  const type = textOf(member(file, "mimetype")) ?? "";
  const isPicture = /^image\/(?:png|jpeg|gif|webp)$/i.test(type);
  return [
    {
      name: textOf(member(file, "filename")) || "attachment",
      ...(isPicture && { image: `data:${type.toLowerCase()};base64,${base64}` }),
    },
  ];
}

function readAddress(address: unknown): readonly File[] {
  const link = httpLink(textOf(address)?.trim());
  if (link === undefined) return [];
  const name = new URL(link).pathname.split("/").at(-1) || "attachment";
  return [{ name, link, ...(picture.test(name) && { image: link }) }];
}

const readPart = ({ file, bytes }: FilePart): File => ({ name: file || "attachment", image: dataUrlOf(bytes) });

/** Tells the files of a message: objects with base64 in them, or addresses, one or a list, and those of a form. */
export function tellFiles(value: unknown, parts: readonly FilePart[]): Files {
  const list = [value].flat().slice(0, most);
  const files = [
    ...list.flatMap((each) => (objectsOf(each).length > 0 ? readInline(each) : readAddress(each))),
    ...parts.slice(0, most).map(readPart),
  ];
  const shown = files.find(({ image }) => image !== undefined);
  return {
    lines: files.filter((file) => file !== shown).map(({ name }) => `📎 ${name}`),
    image: shown?.image,
    link: files.find(({ link }) => link !== undefined)?.link,
  };
}
