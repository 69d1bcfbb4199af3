import { useState } from "preact/hooks";

/** A choice among names that the browser keeps; `fallback` where it keeps none, or none of these. */
export function useStored<Name extends string>(
  key: string,
  names: readonly Name[],
  fallback: Name,
): readonly [Name, (name: Name) => void] {
  const [name, setName] = useState<Name>(() => names.find((each) => each === read(key)) ?? fallback);
  const store = (next: Name): void => {
    setName(next);
    write(key, next);
  };
  return [name, store];
}

/** A browser may be told to keep nothing. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It holds until the page is left.
  }
}
