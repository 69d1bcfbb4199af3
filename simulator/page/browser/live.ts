import { useEffect, useState } from "preact/hooks";
import type { Overview, Shown } from "../../live/view.ts";
import type { Target } from "../../scene.ts";
import { mergeEntries, type Told } from "./merge-entries.ts";

export type Live = {
  readonly overview: Overview | undefined;
  /** The chosen conversation's entries, the oldest first. */
  readonly entries: readonly Shown[];
  /** Whether the simulator is there. */
  readonly connected: boolean;
};

/** Follows a conversation, and all else that the simulator tells of itself. */
export function useLive({ scene, id }: Target): Live {
  const [overview, setOverview] = useState<Overview>();
  const [entries, setEntries] = useState<readonly Shown[]>([]);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    setEntries([]);
    const source = new EventSource(`/_sim/live?${new URLSearchParams({ scene, target: id }).toString()}`);
    const read = ({ data }: MessageEvent): unknown => JSON.parse(String(data));
    source.addEventListener("open", () => setConnected(true));
    source.addEventListener("error", () => setConnected(false));
    source.addEventListener("overview", (event) => setOverview(read(event) as Overview));
    source.addEventListener("entries", (event) => {
      const told = read(event) as Told;
      setEntries((before) => mergeEntries(before, told));
    });
    return () => source.close();
  }, [scene, id]);
  return { overview, entries, connected };
}

/** The time (ms), anew each second; `ahead` is how far the simulator's is ahead. */
export function useNow(ahead: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}
