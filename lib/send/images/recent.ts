/** What was used last, by key, in memory; the one that was not used for longest gives way. */
export type Recent<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly forget: (key: string) => void;
};

export function createRecent<Value>(max: number): Recent<Value> {
  const values = new Map<string, Value>();

  const set = (key: string, value: Value): void => {
    values.delete(key);
    values.set(key, value);
    for (const oldest of values.keys()) {
      if (values.size <= max) return;
      values.delete(oldest);
    }
  };

  return {
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
    forget: (key) => {
      values.delete(key);
    },
  };
}
