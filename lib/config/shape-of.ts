import type * as z from "zod";

/**
 * The fields of a schema that reads a type of the model: one for each of its members and no other, each reading what the
 * member holds. With `satisfies` a member that only one of the two knows does not compile.
 */
export type ShapeOf<Type> = { readonly [Name in keyof Required<Type>]: z.ZodType<Required<Type>[Name]> };
