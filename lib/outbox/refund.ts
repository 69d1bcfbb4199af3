import type { Quotas, Spent } from "../ports.ts";

/** Gives back what a send took, narrow and wide. */
export async function refundAll(spent: readonly Spent[], { store }: { readonly store: Quotas }): Promise<void> {
  for (const { owner, charges } of spent) await store.refund(owner, charges);
}
