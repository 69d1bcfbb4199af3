/** Runs something once after so long (ms), unless it is called off by what it answers. Keeps no process up. */
export function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
