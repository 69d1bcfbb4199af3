import type { Delivery } from "../model/delivery.ts";
import type { Notice } from "../model/notice.ts";
import type { Deliveries } from "../ports.ts";

/** A delivery's notice with its picture, also where that was put aside at its target: for another target, which has none of it. */
export async function wholeNotice({ notice, target }: Delivery, store: Pick<Deliveries, "readImage">): Promise<Notice> {
  const { image: kept, ...words } = notice;
  const image = kept === undefined ? undefined : await store.readImage(target, kept);
  return { ...words, ...(image !== undefined && { image }) };
}
