/** npm and the terminal may each hand over the same Ctrl-C: that is one signal. */
const sameSignal = 500;

/** What of `package.json` stays up. */
const ofNpm: ReadonlySet<string | undefined> = new Set(["start", "gateway", "console", "relay"]);

/** The first signal ends the run in order, a second one at once; so does the end of the npm that started it. */
export function stopInOrder(stop: () => Promise<void>, fail: (error: unknown) => never): void {
  let since: number | undefined;
  const end = (): void => {
    since = performance.now();
    stop().then(() => process.exit(0), fail);
  };
  const onSignal = (): void => {
    if (since === undefined) end();
    else if (performance.now() - since > sameSignal) process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
  if (ofNpm.has(process.env["npm_lifecycle_event"])) {
    watchParent(() => {
      if (since === undefined) end();
    });
  }
}

/** npm hands a signal to its shell only, which ends without telling us: what is left to see is that the parent is gone. */
function watchParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 250);
  timer.unref();
}
