import { isObject } from "../../base/is-object.ts";
import type { Json } from "../github/as-github.ts";

const none: Json = {};

/** A member that is an object, or an empty one. */
export const memberOf = (json: Json, name: string): Json => {
  const member = json[name];
  return isObject(member) ? member : none;
};

/** A member that is a text with something in it. */
export function textOf(json: Json, name: string): string | undefined {
  const member = json[name];
  return typeof member === "string" && member !== "" ? member : undefined;
}

export const listOf = (json: Json, name: string): readonly unknown[] => {
  const member = json[name];
  return Array.isArray(member) ? member : [];
};
