/** What bringing so many back would ask of the pushes that are left there (`null`: nothing limits them). */
export function replayCost(count: number, left: number | null): "enough" | "short" | "empty" {
  if (left === 0) return "empty";
  return left === null || count <= left ? "enough" : "short";
}
