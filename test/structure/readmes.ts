import { posix } from "node:path";

const maxUnexplained = 10;

const rooms = /^(?:lib|functions|infra|local|simulator|bench|test)\//;

/** Goldens are data that a test writes: their folders follow the cases, and nobody adds to them by hand. */
const generated = /^test\/golden\//;

/** Folders of more than ten files that do not say, in a README.md, what belongs there and how to add one more. */
export function findUnexplained(files: readonly string[]): readonly string[] {
  const folders = Map.groupBy(
    files.filter((file) => rooms.test(file) && !generated.test(file)),
    (file) => posix.dirname(file),
  );
  return [...folders].flatMap(([folder, own]) => {
    const readme = `${folder}/README.md`;
    return own.filter((file) => file !== readme).length > maxUnexplained && !own.includes(readme) ? [folder] : [];
  });
}
