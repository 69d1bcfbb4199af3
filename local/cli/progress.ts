import type { Said } from "../../lib/model/said.ts";

/** What takes longer than this (ms) says that it goes on, and again each so often. */
const patience = { first: 2_000, next: 10_000 } as const;

/** Waits for work, and tells on standard error that it goes on where it takes long. */
export async function withProgress<Answer>(
  { zh, en }: Said,
  work: Promise<Answer>,
  tell: (line: string) => void = (line) => process.stderr.write(line),
): Promise<Answer> {
  const begun = performance.now();
  const say = (): void => {
    const seconds = Math.round((performance.now() - begun) / 1_000);
    tell(`… ${zh} · ${en} (${seconds} s)\n`);
    timer = setTimeout(say, patience.next).unref();
  };
  let timer = setTimeout(say, patience.first).unref();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
