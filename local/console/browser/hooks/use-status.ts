import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, type Failure, isFailure } from "../api/ask.ts";
import type { Status, TargetStatus } from "../api/calls.ts";

export type StatusState = {
  /** How every conversation stands. */
  readonly answer: Status | undefined;
  readonly failure: Failure | undefined;
  /** Asks anew how one stands, or all where none is named. */
  readonly onTarget: (target: string | undefined) => void;
  /** How often a conversation may have changed since the console was opened: what hangs on it is asked for again. */
  readonly turnOf: (target: string) => number;
};

/** Changes of so long (ms) are answered together. */
const together = 250;

/** Each minute all stand anew: windows close and quotas return without anything happening. */
const everyMinute = 60_000;

/** How the conversations stand, asked again where something changed. */
export function useStatus(): StatusState {
  const [answer, setAnswer] = useState<Status>();
  const [failure, setFailure] = useState<Failure>();
  const [turns, setTurns] = useState<ReadonlyMap<string, number>>(new Map());
  const [turnsOfAll, setTurnsOfAll] = useState(0);
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const load = useCallback(async (target?: string): Promise<void> => {
    const told = await ask("status", target === undefined ? {} : { target });
    if (isFailure(told)) return target === undefined ? setFailure(told) : undefined;
    setFailure(undefined);
    return setAnswer((before) => (target === undefined || !before ? told : replaceIn(before, told)));
  }, []);

  const onTarget = useCallback((target: string | undefined): void => {
    if (target === undefined) {
      setTurnsOfAll((count) => count + 1);
      return void load();
    }
    waiting.current.add(target);
    timer.current ??= setTimeout(() => {
      const changed = [...waiting.current];
      waiting.current.clear();
      timer.current = undefined;
      for (const each of changed) void load(each);
      setTurns((turns) => new Map([...turns, ...changed.map((each) => [each, (turns.get(each) ?? 0) + 1] as const)]));
    }, together);
    return undefined;
  }, []);

  useEffect(() => {
    void load();
    const all = setInterval(() => void load(), everyMinute);
    return () => {
      clearInterval(all);
      clearTimeout(timer.current);
    };
  }, []);
  return { answer, failure, onTarget, turnOf: (target) => turnsOfAll + (turns.get(target) ?? 0) };
}

/** The same with what was asked about one conversation; one that was not known yet stands last. */
function replaceIn(before: Status, { targets: told, ...rest }: Status): Status {
  const fresh = new Map<string, TargetStatus>(told.map((each) => [each.target, each]));
  const known = before.targets.map((each) => fresh.get(each.target) ?? each);
  const added = told.filter(({ target }) => before.targets.every((each) => each.target !== target));
  return { ...rest, targets: [...known, ...added] };
}
