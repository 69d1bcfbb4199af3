/** Shorter words are one letter away from too many others. */
const minLength = 4;

/** Whether two words are alike but for one slip of a finger: a letter wrong, left out, added, or two that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < minLength || a === b) return false;
  const from = commonStart(a, b);
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const isSwapped = restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (isSwapped && restA.slice(2) === restB.slice(2))
  );
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
