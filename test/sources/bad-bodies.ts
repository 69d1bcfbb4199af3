/** Bodies that no sender means; each must be refused with a reason, never thrown over. */
export const badBodies: readonly (readonly [string, string | Uint8Array])[] = [
  ["nothing", ""],
  ["not JSON", "{title: x}"],
  ["JSON that ends too early", '{"title":"x","alerts":[{"labels":'],
  ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ["JSON nested 100,000 deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ["lists nested 100,000 deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["a __proto__ key", '{"title":"x","alerts":[{"labels":{}}],"__proto__":{"polluted":true}}'],
  ["a __proto__ key within", '{"title":"x","alerts":[{"labels":{"__proto__":{"polluted":true}}}]}'],
  ["a list", "[]"],
  ["null", "null"],
  ["a number", "42"],
];
