const longer = Number(process.env["TEST_TIMES"] ?? 1);

/** How often a random test tries: enough for a commit in `npm test`, twenty times as often in `npm run test:random`. */
export const runs = (few: number): number => few * longer;
