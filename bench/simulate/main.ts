import { simulateAll } from "./all/all.ts";
import { bounds } from "./bounds/bounds.ts";
import { isKept, judge } from "./bounds/judge.ts";
import { markdownVerdicts, printVerdicts } from "./bounds/print-verdicts.ts";
import { writePages } from "./pages/write-pages.ts";
import { type Options, readOptions } from "./options.ts";
import { writePicture } from "./picture/write-picture.ts";
import { printAllMarkdown, printMarkdown } from "./print-markdown.ts";
import { printAllText, printText } from "./print-text.ts";
import { comparedRelays } from "./relays.ts";
import { shapeNames } from "./shapes.ts";
import { simulate } from "./simulate.ts";

const seeds = [1, 2, 3];

const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const secondsSince = (began: number): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`;

/** One seed of one shape. */
function simulateOne({ seed, days, shape }: Options) {
  let began = performance.now();
  return simulate({ seed, days, shape }, comparedRelays, ({ scene, presets }) => {
    console.error(`${scene}, ${presets.join(" and ")}: ${secondsSince(began)}`);
    began = performance.now();
  });
}

/** All seeds and shapes; a bound that does not hold fails the command. */
async function simulateJudged({ days }: Options) {
  const began = performance.now();
  const all = await simulateAll({ seeds, days, shapes: shapeNames }, ({ shape, seed }, done, of) =>
    console.error(`${shape}, seed ${seed}: ${done} of ${of}, ${secondsSince(began)}`),
  );
  const verdicts = judge(all, bounds);
  if (!verdicts.every(isKept)) process.exitCode = 1;
  return { all, verdicts };
}

async function printOne(options: Options): Promise<void> {
  const results = await simulateOne(options);
  const print = { text: printText, markdown: printMarkdown, json: toJson }[options.print];
  process.stdout.write(print(results));
}

async function printAll(options: Options): Promise<void> {
  const { all, verdicts } = await simulateJudged(options);
  const print = {
    text: () => `${printAllText(all)}\n${printVerdicts(verdicts)}`,
    markdown: () => `${printAllMarkdown(all)}\n${markdownVerdicts(verdicts)}`,
    json: () => toJson({ results: all, verdicts }),
  }[options.print];
  process.stdout.write(print());
}

async function draw(file: string, options: Options): Promise<void> {
  for (const written of await writePicture(file, options)) console.error(`wrote ${written}`);
}

/** Everything that the pages of this repository show of the simulation. */
async function document(options: Options): Promise<void> {
  const one = await simulateOne(options);
  const { all, verdicts } = await simulateJudged(options);
  for (const written of await writePages({ one, all, verdicts })) console.error(`wrote ${written}`);
  await draw("docs/month.svg", options);
  process.stdout.write(printVerdicts(verdicts));
}

function run(options: Options): Promise<void> {
  if (options.docs) return document(options);
  if (options.picture !== undefined) return draw(options.picture, options);
  return options.all ? printAll(options) : printOne(options);
}

/**
 * `npm run simulate`: a month of made-up traffic through the project's own lines and through naive relays, all judged by the
 * QQ simulator. It fails where a notice is lost or told twice, and with `--all` where a bound does not hold.
 */
try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
