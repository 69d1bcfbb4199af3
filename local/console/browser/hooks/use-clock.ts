import { useEffect, useState } from "preact/hooks";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
}

/** One timer for all that counts, and none where nothing does. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A text made of the time (ms of the epoch), made anew each second; only who shows it is drawn again, and only when it changed. */
export function useClock(tell: (now: number) => string): string {
  const [, redraw] = useState("");
  useEffect(() => listen(() => redraw(tell(Date.now()))), [tell]);
  return tell(Date.now());
}
