/**
 * Hands over all lines of a turn of the event loop at once: each handing over is a system call, and a busy relay says some
 * thousand lines a second. What is left when the process ends in order is handed over then.
 */
export function writeLines(write: (text: string) => void): (line: string) => void {
  let text = "";
  const flush = (): void => {
    const all = text;
    text = "";
    if (all !== "") write(all);
  };
  process.once("exit", flush);
  return (line) => {
    if (text === "") setImmediate(flush);
    text += `${line}\n`;
  };
}
