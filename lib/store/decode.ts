import type { Claim, ClaimEnd } from "../model/claim.ts";
import type { Anchor, Permit } from "../model/permit.ts";
import { isMap, type Item, type Value } from "./item.ts";

/** Values of the table as what they are meant to be; undefined where they are not, or are not there. */
export const asText = (value: Value | undefined): string | undefined => (typeof value === "string" ? value : undefined);

export const asNumber = (value: Value | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;

export const asMap = (value: Value | undefined): Item | undefined => (isMap(value) ? value : undefined);

export const asTexts = (value: Value | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : undefined;

/** One of a list of words. */
export const asOneOf =
  <Word extends string | number>(words: readonly Word[]) =>
  (value: Value | undefined): Word | undefined =>
    words.find((word) => word === value);

/** A member of an object that has one only where there is a value. */
export const optional = <Name extends string, Content>(
  name: Name,
  value: Content | undefined,
): { readonly [Key in Name]?: Content } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Content };

const asAnchorKind = asOneOf(["msg", "event"] as const);

export function asAnchor(value: Value | undefined): Anchor | undefined {
  const { kind, id } = asMap(value) ?? {};
  const known = asAnchorKind(kind);
  return known !== undefined && typeof id === "string" ? { kind: known, id } : undefined;
}

export function asReply(value: Value | undefined): Extract<Permit, { kind: "reply" }> | undefined {
  const map = asMap(value);
  const anchor = asAnchor(map?.["anchor"]);
  const seq = asNumber(map?.["seq"]);
  return anchor && seq !== undefined ? { kind: "reply", anchor, seq } : undefined;
}

/** A claim but for its permit, which is known by the item that it lies on. */
export function asClaim(value: Value | undefined): Omit<Claim, "permit"> | undefined {
  const map = asMap(value);
  const id = asText(map?.["id"]);
  const at = asNumber(map?.["at"]);
  if (id === undefined || at === undefined) return undefined;
  const deliveries = asTexts(map?.["deliveries"]) ?? [];
  return { id, at, deliveries, ...optional("ended", asClaimEnd(map?.["ended"])) };
}

function asClaimEnd(value: Value | undefined): ClaimEnd | undefined {
  const map = asMap(value);
  if (!map) return undefined;
  return {
    ...optional("messageId", asText(map["messageId"])),
    ...optional("auditId", asText(map["auditId"])),
    summed: asTexts(map["summed"]) ?? [],
    counted: asTexts(map["counted"]) ?? [],
  };
}
