import * as z from "zod";

/**
 * Makes and uses one schema of each kind that formats have, since the first of a kind costs more than all that follow: at a
 * function's start, which waits for nobody, rather than while its first sender does.
 */
export function warmSchemas(): void {
  const text = z.string().nullish();
  const flat = z.looseObject({ text: text.transform((value) => value ?? ""), any: z.unknown().optional() });
  const Sample = z.lazy(() =>
    z.object({ text, flag: z.boolean().nullish(), kind: z.enum(["a"]).optional() }).extend({
      number: z.number().int().nonnegative().nullish(),
      list: z.array(flat).min(1),
      record: z.record(z.string(), z.union([z.string(), z.number()])),
      fallback: z.string().catch(""),
    }),
  );
  Sample.safeParse({ list: [{ text: "" }], record: { a: "" } });
}
