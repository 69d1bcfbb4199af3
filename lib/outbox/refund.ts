import type { Quotas, Spent } from "../ports.ts";

/**
 * Gives back what a claim took: the target's own units first, with the claim, then the shared ones. Where that was done
 * before, nothing more goes back: who recovers, and a client that repeats a write, may come here twice.
 */
export async function refundAll(
  spent: readonly Spent[],
  claim: string,
  { store }: { readonly store: Quotas },
): Promise<void> {
  const narrowFirst = spent.toSorted((a, b) => Number(b.owner.kind === "target") - Number(a.owner.kind === "target"));
  for (const { owner, charges } of narrowFirst) {
    const isFirst = await store.refund(owner, charges, claim);
    if (!isFirst && owner.kind === "target") return;
  }
}
