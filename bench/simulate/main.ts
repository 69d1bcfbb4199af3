import { type Options, readOptions } from "./options.ts";
import { printMarkdown } from "./print-markdown.ts";
import { printText } from "./print-text.ts";
import { type Result, simulate } from "./simulate.ts";

/**
 * `npm run simulate`: a month of made-up traffic through the project's own delivering line and through naive relays, all
 * judged by the QQ simulator. It fails when QQ refuses the relay or a notice is lost.
 */
const prints = {
  text: printText,
  markdown: printMarkdown,
  json: (results) => `${JSON.stringify(results, undefined, 2)}\n`,
} as const satisfies Record<Options["print"], (results: readonly Result[]) => string>;

try {
  const { print, ...chance } = readOptions(process.argv.slice(2));
  let began = performance.now();
  const results = await simulate(chance, ({ scene, presets }) => {
    console.error(`${scene}, ${presets.join(" and ")}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    began = performance.now();
  });
  process.stdout.write(prints[print](results));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
