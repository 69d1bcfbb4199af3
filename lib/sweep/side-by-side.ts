/** Items of several streams in turn, so that a long one keeps no other waiting. One that fails is told, and the others go on. */
export async function* sideBySide<Item>(
  streams: readonly AsyncIterable<Item>[],
  fail: (error: unknown) => void,
): AsyncGenerator<Item> {
  let open = streams.map((stream) => stream[Symbol.asyncIterator]());
  while (open.length > 0) {
    const next = await Promise.allSettled(open.map((iterator) => iterator.next()));
    for (const each of next) {
      if (each.status === "rejected") fail(each.reason);
      else if (!each.value.done) yield each.value.value;
    }
    open = open.filter((_, at) => next[at]?.status === "fulfilled" && !next[at].value.done);
  }
}
