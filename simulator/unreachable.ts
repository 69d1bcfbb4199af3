/** Ends a `switch` over a union, so that a new kind fails to compile wherever it matters. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
