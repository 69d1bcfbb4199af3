/** As long (ms) a line may wait for others: nobody sees it. */
const patience = 20;

/**
 * Hands over the lines of some milliseconds at once: each handing over is a system call, and a busy relay says some thousand
 * lines a second. What is left when the process ends in order, or by a fault, is handed over then.
 */
export function writeLines(
  write: (text: string) => void,
  later: (run: () => void) => void = (run) => void setTimeout(run, patience).unref(),
): (line: string) => void {
  let text = "";
  const flush = (): void => {
    const all = text;
    text = "";
    if (all !== "") write(all);
  };
  process.once("exit", flush);
  return (line) => {
    if (text === "") later(flush);
    text += `${line}\n`;
  };
}
