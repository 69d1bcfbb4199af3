import { useState } from "preact/hooks";

/** A state that the browser remembers under a name; where it keeps nothing, only as long as the page is open. */
export function useRemembered<Value extends string>(
  name: string,
  values: readonly Value[],
  first: Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => values.find((one) => one === read(name)) ?? first);
  const set = (next: Value): void => {
    setValue(next);
    try {
      localStorage.setItem(name, next);
    } catch {
      // A browser that keeps nothing.
    }
  };
  return [value, set];
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
