import fc, { type Arbitrary } from "fast-check";
import type { Condition, Path } from "../../lib/store/condition.ts";
import { type Item, textOf, type Value } from "../../lib/store/item.ts";
import type { Key, Range, Table, Update } from "../../lib/store/table.ts";
import { noon } from "./build.ts";

/** Something asked of a table, `later` ms after what was asked before. */
export type Operation = {
  readonly later: number;
  readonly told: string;
  /** The answer, in a form that is the same where only the order of what has no order differs. */
  readonly ask: (table: Table) => Promise<unknown>;
};

/** Few keys, so that operations meet; some of them tell apart orders by UTF-16 and by UTF-8. */
export const pks = ["target#group:1", "目标"] as const;
const sks = ["a", "a\0", "b#\u{1f600}", "b#\uffee", "é"] as const;
export const shards = ["group", "私信"] as const;
/** Here the two orders agree: dynalite begins a next page only where a range holds in the order of UTF-16. */
const pagedSks = ["a", "a\0", "é"] as const;
const lives = ["delivery#1", "delivery#\u00e9", "delivery#\u{1f600}", "window#1"] as const;

export const tableKeys: readonly Key[] = pks.flatMap((pk) => sks.map((sk) => ({ pk, sk })));

export const everything: Range = { from: "\0", to: "\u{10ffff}" };

const text = fc.string({ unit: "binary", maxLength: 6 });
const word = fc.oneof({ weight: 2, arbitrary: fc.constantFrom("x", "y", "pending", "") }, text);
const count = fc.integer({ min: -3, max: 6 });
const members = fc.uniqueArray(fc.constantFrom("1", "2", "三", "\u{1f600}"), { minLength: 1, maxLength: 4 });
const set = members.map((all) => new Set(all));

/** Members of an object, `id` above all, which conditions ask for. */
const inner: Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    count,
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((each) => Number(each.toFixed(6))),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom("id", "seq", "a.b"),
        text.map((each) => `m${each}`),
      ),
      tie("value"),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
})).value;

const map = fc.record(
  { id: fc.oneof(word, count), seq: count, of: inner },
  { requiredKeys: [], noNullPrototype: true },
) as Arbitrary<Value>;

/** What an attribute usually holds, and now and then anything. Of a sum only whole numbers are asked: DynamoDB adds decimals. */
const attributes = {
  n: fc.oneof({ weight: 6, arbitrary: count }, word, map),
  "used:rule@2026-11": fc.oneof({ weight: 6, arbitrary: count }, set),
  tags: fc.oneof({ weight: 6, arbitrary: set }, word, fc.array(word, { maxLength: 2 })),
  state: fc.oneof({ weight: 4, arbitrary: word }, inner, set),
  claim: fc.oneof({ weight: 4, arbitrary: map }, inner),
  "名字.a": fc.oneof(word, inner),
} as const satisfies Record<string, Arbitrary<Value>>;

type Name = keyof typeof attributes;
const names = Object.keys(attributes) as readonly Name[];
const name = fc.constantFrom(...names);

const path: Arbitrary<Path> = fc.oneof(
  { weight: 4, arbitrary: name },
  fc.constantFrom("pk", "sk", "live", "expiresAt", "missing"),
  fc.tuple(fc.constantFrom<Name>("claim", "state", "n"), fc.constantFrom("id", "seq")),
);

const condition: Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ kind: fc.constantFrom("exists", "absent"), at: path }),
    fc.record({ kind: fc.constant("equals"), at: path, value: fc.oneof(word, count, fc.constantFrom(...sks)) }),
    fc.record({
      kind: fc.constantFrom("below", "atMost", "above"),
      at: path,
      value: fc.oneof(count, fc.constant(noon / 1_000)),
    }),
    fc.record({ kind: fc.constant("holds"), at: path, member: fc.constantFrom("1", "三", "x") }),
    fc.record({ kind: fc.constant("sizeBelow"), at: path, value: count }),
    fc.record({ kind: fc.constantFrom("all", "any"), of: fc.array(tie("condition"), { maxLength: 3 }) }),
  ),
})).condition;

const key = fc.constantFrom(...tableKeys);

/** What indexes and the clock look at. A time of its own for each key makes the order of what is due one order. */
const indexed = ({ pk, sk }: Key): Arbitrary<Item> =>
  fc.record(
    {
      live: fc.constantFrom(...lives),
      dueShard: fc.constantFrom(...shards),
      dueAt: fc
        .integer({ min: -2, max: 2 })
        .map((step) => noon + step * 1_000 + tableKeys.findIndex((each) => each.pk === pk && each.sk === sk)),
      expiresAt: fc.integer({ min: -3, max: 6 }).map((step) => noon / 1_000 + step),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

const item = (at: Key): Arbitrary<Item & Key> =>
  fc
    .tuple(indexed(at), fc.record(attributes, { requiredKeys: [], noNullPrototype: true }))
    .map(([first, second]) => ({ ...first, ...second, ...at }));

/** Each name has one part in an update: it is set, made, added to, removed, or left. */
const update = (at: Key): Arbitrary<Update> =>
  fc
    .record({
      values: item(at),
      parts: fc.record(Object.fromEntries([...names, "live", "due", "expiresAt"].map((each) => [each, part]))),
      sums: fc.record({ n: count, "used:rule@2026-11": count, tags: set }),
      answer: fc.boolean(),
      when: fc.option(condition, { nil: undefined }),
    })
    .map(({ values, parts, sums, answer, when }): Update => {
      const partOf = (each: string) => parts[each.startsWith("due") ? "due" : each];
      const { pk: _pk, sk: _sk, ...others } = values;
      const pick = (wanted: string): Item =>
        Object.fromEntries(Object.entries(others).filter(([each]) => partOf(each) === wanted));
      const removed = [...names, "live", "dueShard", "dueAt", "expiresAt"].filter((each) => partOf(each) === "remove");
      return {
        key: at,
        set: pick("set"),
        init: pick("init"),
        add: Object.fromEntries(Object.entries(sums).filter(([each]) => partOf(each) === "add")),
        remove: removed,
        ...(answer && { answer }),
        ...(when && { when }),
      };
    });

const part = fc.constantFrom("set", "init", "add", "remove", "leave", "leave");

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** dynalite orders by bytes, but tests the ends in the order of UTF-16: only those that are in order by both. */
const rangeOf = (texts: readonly string[]): Arbitrary<Range> =>
  fc.oneof(
    fc.constant(everything),
    fc
      .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts))
      .filter(([from, to]) => from <= to && byBytes(from, to) <= 0)
      .map(([from, to]) => ({ from, to })),
  );

/** Those that share a place in the index come in no order of theirs. */
const settle = (items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) =>
    byBytes(`${textOf(a["live"])}\0${textOf(a["sk"])}`, `${textOf(b["live"])}\0${textOf(b["sk"])}`),
  );

const inOrder = (items: readonly Item[]): boolean =>
  items.every((each, at) => at === 0 || byBytes(textOf(items[at - 1]?.["live"]), textOf(each["live"])) <= 0);

type Asked = Omit<Operation, "later">;

const asked: Arbitrary<Asked> = fc.oneof(
  {
    weight: 3,
    arbitrary: key
      .chain((at) => fc.tuple(item(at), fc.option(condition, { nil: undefined })))
      .map(([put, when]): Asked => ({ told: tell("put", put, when), ask: (table) => table.put(put, when) })),
  },
  {
    weight: 6,
    arbitrary: key
      .chain(update)
      .map((change): Asked => ({ told: tell("update", change), ask: (table) => table.update(change) })),
  },
  key.map((at): Asked => ({ told: tell("get", at), ask: (table) => table.get(at) })),
  key.map((at): Asked => ({ told: tell("remove", at), ask: (table) => table.remove(at) })),
  fc.tuple(fc.constantFrom(...pks), rangeOf(sks)).map(([pk, range]): Asked => ({
    told: tell("query", pk, range),
    ask: (table) => Array.fromAsync(table.query(pk, range)),
  })),
  fc
    .tuple(fc.constantFrom(...pks), rangeOf(pagedSks), fc.integer({ min: 1, max: 3 }))
    .map(([pk, range, limit]): Asked => ({
      told: tell("query", pk, range, limit),
      ask: (table) => Array.fromAsync(table.query(pk, range, limit)),
    })),
  fc.tuple(fc.constantFrom(...pks), rangeOf(lives)).map(([pk, range]): Asked => ({
    told: tell("queryLive", pk, range),
    ask: async (table) => {
      const items = await Array.fromAsync(table.queryLive(pk, range));
      return [inOrder(items), settle(items)];
    },
  })),
  fc
    .tuple(fc.constantFrom(...pks), rangeOf(lives), fc.integer({ min: 1, max: 3 }))
    .map(([pk, range, limit]): Asked => ({
      told: tell("queryLive", pk, range, limit),
      ask: async (table) => (await Array.fromAsync(table.queryLive(pk, range, limit))).map((each) => each["live"]),
    })),
  fc
    .tuple(fc.constantFrom(...pks), rangeOf(lives))
    .map(([pk, range]): Asked => ({ told: tell("hasLive", pk, range), ask: (table) => table.hasLive(pk, range) })),
  fc.tuple(fc.constantFrom(...shards), fc.integer({ min: -2, max: 3 })).map(([shard, step]): Asked => ({
    told: tell("queryDue", shard, step),
    ask: (table) => Array.fromAsync(table.queryDue(shard, noon + step * 1_000)),
  })),
  fc.tuple(fc.constantFrom(...shards), fc.integer({ min: -2, max: 3 })).map(([shard, step]): Asked => ({
    told: tell("queryLatest", shard, step),
    ask: (table) => Array.fromAsync(table.queryLatest(shard, noon + step * 1_000)),
  })),
  fc.constant<Asked>({
    told: "scanLive",
    ask: async (table) =>
      (await Array.fromAsync(table.scanLive())).toSorted((a, b) => byBytes(`${a.pk}\0${a.sk}`, `${b.pk}\0${b.sk}`)),
  }),
);

const tell = (verb: string, ...given: readonly unknown[]): string =>
  [
    verb,
    ...given.map((each) => JSON.stringify(each, (_, value: unknown) => (value instanceof Set ? [...value] : value))),
  ].join(" ");

/** Any operation within the language of the seam. */
export const operation: Arbitrary<Operation> = fc
  .tuple(fc.constantFrom(0, 0, 500, 1_000), asked)
  .map(([later, each]) => ({ later, ...each, toString: () => each.told }));
