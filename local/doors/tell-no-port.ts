/** The error of a port that could not be opened: where it is taken, a sentence naming the variable that moves it. */
export function tellNoPort(error: unknown, port: number, variable: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRNOTAVAIL") return tellNoAddress(error, variable.replace("PORT", "HOST"));
  if (code !== "EADDRINUSE") return error;
  const other = `${variable}=${port + 10} npm start`;
  return new Error(
    `端口 ${port} 已被占用。请停掉占用它的程序，或换一个：${other}\n` +
      `Port ${port} is in use. Stop what uses it, or choose another: ${other}`,
    { cause: error },
  );
}

const tellNoAddress = (cause: unknown, variable: string): Error =>
  new Error(
    `${variable} 不是这台机器的地址。请改成它自己的地址，如 127.0.0.1（只给本机）或 0.0.0.0（所有网卡）。\n` +
      `${variable} is no address of this machine. Set one of its own, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every interface).`,
    { cause },
  );
