import { describe, expect, test } from "vitest";
import * as z from "zod";
import { firstFault } from "../../lib/sources/first-fault.ts";

describe("firstFault", () => {
  const Body = z.object({
    items: z.array(z.object({ name: z.string(), size: z.number().max(5).optional() })),
    either: z.union([z.string(), z.object({ deep: z.object({ id: z.number() }) })]).optional(),
    map: z.record(z.string(), z.string()).optional(),
  });

  test.each([
    [{}, "body.items: expected array, received undefined", "body.items：应为 array，却没有"],
    [
      { items: [{ name: "a" }, { name: null }] },
      "body.items[1].name: expected string, received null",
      "body.items[1].name：应为 string，却是 null",
    ],
    [
      { items: [{ name: "a", size: 9 }] },
      "body.items[0].size: Too big: expected number to be <=5",
      "body.items[0].size：不符合要求（Too big: expected number to be <=5）",
    ],
    [
      { items: [], either: { deep: { id: "s3cret" } } },
      "body.either.deep.id: expected number, received string",
      "body.either.deep.id：应为 number，却是 string",
    ],
    [
      { items: [], map: { "a b\n": 1 } },
      'body.map["a b\\n"]: expected string, received number',
      'body.map["a b\\n"]：应为 string，却是 number',
    ],
  ])("%j", (body, en, zh) => {
    const { error } = Body.safeParse(body);
    expect(error && firstFault(error)).toEqual([en, zh]);
  });
});
