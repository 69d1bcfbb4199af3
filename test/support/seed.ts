/**
 * What every random test starts from. The same in every run, so that a commit is judged by what it changed;
 * `TEST_SEED=random npm test` looks for new faults and prints the seed of what it finds.
 */
export const testSeed: number = ((given = process.env["TEST_SEED"]) => {
  if (given === undefined) return 20_261_130;
  return given === "random" ? Date.now() % 2 ** 31 : Number(given);
})();
