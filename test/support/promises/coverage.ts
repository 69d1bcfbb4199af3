/** How often each thing happened, by its name. */
export type Coverage = Map<string, number>;

export const note = (coverage: Coverage, name: string, count = 1): void => {
  coverage.set(name, (coverage.get(name) ?? 0) + count);
};

/** A line a kind: how many of it there are, and how often all of them happened. */
export function tellCoverage(coverage: Coverage): string {
  const kinds = Map.groupBy(coverage, ([name]) => name.split(":", 1)[0] ?? "");
  const lines = [...kinds].map(([kind, all]) => {
    const names = all
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name.slice(kind.length + 1)} ${count}`);
    const total = all.reduce((sum, [, count]) => sum + count, 0);
    return `${kind} (${all.length} kinds, ${total} times): ${names.join(", ")}`;
  });
  return lines.toSorted().join("\n");
}
