import type * as z from "zod";

/** What a field may be, as the schema tells it: exact values, kinds of value, and fields below it. */
export type Field = {
  /** From the root: `policy.quiet.from`; `[]` behind a list. */
  readonly path: string;
  readonly kinds: readonly Kind[];
};

/** `custom`: a check that only code can tell, so that words have to say what it takes. */
export type Kind =
  | { readonly kind: "exactly"; readonly value: string }
  | { readonly kind: "text" | "number" | "boolean" | "object" | "null" | "custom" }
  | { readonly kind: "list"; readonly of: readonly Kind[] };

type Def = {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def;

/**
 * Every field of a schema, in its order: those of objects in it as fields of their own, an object that may be something else too as
 * well. Throws at a kind of schema that it does not know, so that no field is passed over.
 */
export function fieldsOf(schema: z.core.$ZodType, path = ""): readonly Field[] {
  const parts = unionOf(schema);
  const kinds = parts.map(kindOf);
  const below = parts.flatMap((part) => fieldsBelow(part, path));
  const isPlainObject = kinds.every(({ kind }) => kind === "object") && below.length > 0;
  return path === "" || isPlainObject ? below : [{ path, kinds }, ...below];
}

function fieldsBelow(schema: z.core.$ZodType, path: string): readonly Field[] {
  const { shape, element } = defOf(schema);
  if (element) return unionOf(element).flatMap((part) => fieldsBelow(part, `${path}[]`));
  return Object.entries(shape ?? {}).flatMap(([name, each]) => fieldsOf(each, path === "" ? name : `${path}.${name}`));
}

/** The alternatives that a value may be, each free of what only says that it may be left out. */
function unionOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { type, innerType, options } = defOf(schema);
  if (type === "optional" && innerType) return unionOf(innerType);
  if (type === "nullable" && innerType) return [...unionOf(innerType), schema];
  return options && type === "union" ? options.flatMap(unionOf) : [schema];
}

function kindOf(schema: z.core.$ZodType): Kind {
  const { type, entries, values, element } = defOf(schema);
  switch (type) {
    case "string":
      return { kind: "text" };
    case "number":
    case "int":
      return { kind: "number" };
    case "boolean":
    case "custom":
      return { kind: type };
    case "object":
    case "record":
      return { kind: "object" };
    case "nullable":
      return { kind: "null" };
    case "literal":
    case "enum":
      return exactly([...(values ?? Object.values(entries ?? {}))]);
    case "array":
      return { kind: "list", of: element ? unionOf(element).map(kindOf) : [] };
    default:
      throw new Error(`the options page does not know what a schema of type ${type} takes`);
  }
}

const exactly = (values: readonly unknown[]): Kind => ({
  kind: "exactly",
  value: values.map((value) => JSON.stringify(value)).join(" "),
});
