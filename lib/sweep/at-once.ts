/** Runs `work` for each item, at most `max` at once: items are taken as fast as they are worked off. */
export async function atOnce<Item>(
  items: AsyncIterable<Item>,
  max: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const workOff = async (): Promise<void> => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: max }, workOff));
}
