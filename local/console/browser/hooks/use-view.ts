import { useCallback, useEffect, useState } from "preact/hooks";
import { readHash, type View, writeHash } from "../state/view-hash.ts";

/** The view, kept in the address: what is copied or reloaded comes back as it was. */
export function useView(): readonly [View, (change: Partial<View>) => void] {
  const [view, setView] = useState<View>(() => readHash(location.hash));
  useEffect(() => {
    const read = (): void => setView(readHash(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const change = useCallback((part: Partial<View>): void => {
    setView((view) => {
      const next = { ...view, ...part };
      history.replaceState(undefined, "", `#${writeHash(next)}`);
      return next;
    });
  }, []);
  return [view, change];
}
