import { isObject } from "../../base/is-object.ts";

type Member = Readonly<Record<string, unknown>>;

/** The value at a path of names, by own members only; undefined where there is none. */
export const member = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (found, name) => (isObject(found) && Object.hasOwn(found, name) ? found[name] : undefined),
    value,
  );

/** The objects of a list; one that stands for a list of one; nothing for all else. */
export const objectsOf = (value: unknown): readonly Member[] => [value].flat().filter(isObject);
