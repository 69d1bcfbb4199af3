import type { Table } from "../../lib/store/table.ts";

/** What a write to the table is: its operation, its item's keys, and the names of the attributes that it sets or adds to. */
export type Call = {
  readonly operation: "put" | "update" | "remove";
  readonly pk: string;
  readonly sk: string;
  readonly attributes: readonly string[];
};

type Fits = (call: Call) => boolean;

/** A table whose writes fail where they are told to. */
export type FaultyTable = {
  readonly table: Table;
  /** The next writes that fit fail, as many as said: before they had their effect, or after it, so that only the answer is lost. */
  readonly fail: (fits: Fits, when: "before" | "after", times?: number) => void;
  /** Something else happens just before the next write that fits. */
  readonly meanwhile: (fits: Fits, run: (call: Call) => Promise<unknown>) => void;
};

export function makeFaulty(table: Table): FaultyTable {
  let plan: { readonly fits: Fits; readonly when: "before" | "after"; left: number } | undefined;
  let other: { readonly fits: Fits; readonly run: (call: Call) => Promise<unknown> } | undefined;
  const guard = async <Answer>(call: Call, write: () => Promise<Answer>): Promise<Answer> => {
    if (other?.fits(call)) {
      const { run } = other;
      other = undefined;
      await run(call);
    }
    if (!plan || plan.left <= 0 || !plan.fits(call)) return write();
    plan.left -= 1;
    if (plan.when === "after") await write();
    throw new Error("the store failed");
  };
  return {
    table: {
      ...table,
      put: (item, when) =>
        guard({ operation: "put", pk: item.pk, sk: item.sk, attributes: Object.keys(item) }, () =>
          table.put(item, when),
        ),
      update: (change) =>
        guard(
          {
            operation: "update",
            ...change.key,
            attributes: Object.keys({ ...change.set, ...change.init, ...change.add }),
          },
          () => table.update(change),
        ),
      remove: (key) => guard({ operation: "remove", ...key, attributes: [] }, () => table.remove(key)),
    },
    fail: (fits, when, times = 1) => {
      plan = { fits, when, left: times };
    },
    meanwhile: (fits, run) => {
      other = { fits, run };
    },
  };
}
