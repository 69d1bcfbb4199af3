/** Where a key leads from one row of so many to another; undefined = it leads nowhere. */
const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Moves the focus among the rows of a list by a key; whether it did. Only from a row itself: what is open below one keeps its keys. */
export function moveFocus(list: HTMLElement, key: string): boolean {
  const step = steps[key];
  const rows = [...list.querySelectorAll<HTMLElement>(".row-button")];
  const at = rows.findIndex((row) => row === document.activeElement);
  if (!step || at < 0) return false;
  rows[step(at, rows.length - 1)]?.focus();
  return true;
}
