import { simulateAll } from "./all/all.ts";
import { bounds } from "./bounds/bounds.ts";
import { isKept, judge } from "./bounds/judge.ts";
import { markdownVerdicts, printVerdicts } from "./bounds/print-verdicts.ts";
import { type Options, readOptions } from "./options.ts";
import { printAllMarkdown, printMarkdown } from "./print-markdown.ts";
import { printAllText, printText } from "./print-text.ts";
import { comparedRelays } from "./relays.ts";
import { shapeNames } from "./shapes.ts";
import { simulate } from "./simulate.ts";

const seeds = [1, 2, 3];

const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const secondsSince = (began: number): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`;

/** One seed of one shape. */
async function runOnce({ seed, days, shape, print }: Options): Promise<string> {
  let began = performance.now();
  const results = await simulate({ seed, days, shape }, comparedRelays, ({ scene, presets }) => {
    console.error(`${scene}, ${presets.join(" and ")}: ${secondsSince(began)}`);
    began = performance.now();
  });
  if (print === "json") return toJson(results);
  return print === "markdown" ? printMarkdown(results) : printText(results);
}

/** All seeds and shapes; a bound that does not hold fails the command. */
async function runAll({ days, print }: Options): Promise<string> {
  const began = performance.now();
  const results = await simulateAll({ seeds, days, shapes: shapeNames }, ({ shape, seed }, done, of) =>
    console.error(`${shape}, seed ${seed}: ${done} of ${of}, ${secondsSince(began)}`),
  );
  const verdicts = judge(results, bounds);
  if (!verdicts.every(isKept)) process.exitCode = 1;
  if (print === "json") return toJson({ results, verdicts });
  return print === "markdown"
    ? `${printAllMarkdown(results)}\n${markdownVerdicts(verdicts)}`
    : `${printAllText(results)}\n${printVerdicts(verdicts)}`;
}

/**
 * `npm run simulate`: a month of made-up traffic through the project's own lines and through naive relays, all judged by the
 * QQ simulator. It fails where a notice is lost or told twice, and with `--all` where a bound does not hold.
 */
try {
  const options = readOptions(process.argv.slice(2));
  process.stdout.write(await (options.all ? runAll(options) : runOnce(options)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
