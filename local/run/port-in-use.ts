/** The error of a port that could not be opened: where it is taken, a sentence naming the variable that moves it. */
export function tellPortInUse(error: unknown, port: number, variable: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") return error;
  const other = `${variable}=${port + 10} npm start`;
  return new Error(
    `端口 ${port} 已被占用。请停掉占用它的程序，或换一个：${other}\n` +
      `Port ${port} is in use. Stop what uses it, or choose another: ${other}`,
    { cause: error },
  );
}
