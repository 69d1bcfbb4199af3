/** A path as one would write it in code, from `body` on. */
export function bodyPath(path: readonly PropertyKey[]): string {
  return `body${path.map(step).join("")}`;
}

function step(key: PropertyKey): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 60))}]`;
}
