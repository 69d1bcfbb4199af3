import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ask, type Failure, isFailure } from "../api/ask.ts";
import { type Connection, openLive } from "../api/live.ts";
import { type Filter, isFiltered, requestOf } from "../state/filter.ts";
import { cut } from "../state/cut.ts";
import { type Listed, mergeLive } from "../state/merge-live.ts";
import { useDebounced } from "./use-debounced.ts";

/** Rows of a page, and the most that are ever shown. */
const pageSize = 50;
export const maxRows = 500;

/** A text is looked for in so many of the newest: the relay's log does not know texts. */
export const textReach = 500;

export type DeliveriesState = {
  readonly connection: Connection;
  /** Undefined until the first have come. */
  readonly listed: Listed | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  /** Asks anew. */
  readonly reload: () => void;
  /** Shows a page more. */
  readonly showMore: () => void;
  /** How many of the newest arrived since the console was opened. */
  readonly arrived: number;
};

type Listener = {
  readonly onTarget: (target: string) => void;
  /** The relay is heard again, after what nobody knows happened. */
  readonly onBack: () => void;
};

/** The deliveries that fit a filter, kept as they are by what the relay tells live. */
export function useDeliveries(filter: Filter, { onTarget, onBack }: Listener): DeliveriesState {
  const [connection, setConnection] = useState<Connection>("connecting");
  const [limit, setLimit] = useState(pageSize);
  const [listed, setListed] = useState<Listed>();
  const [failure, setFailure] = useState<Failure>();
  const [isLoading, setLoading] = useState(true);
  const [arrived, setArrived] = useState(0);
  const settled = useDebounced(filter, 120);
  const now = useRef({ filter: settled, limit, listed, onTarget, onBack });
  now.current = { filter: settled, limit, listed, onTarget, onBack };
  const question = useRef(0);
  const wasHeard = useRef(false);

  const load = useCallback(async (): Promise<void> => {
    const { filter, limit } = now.current;
    const mine = ++question.current;
    setLoading(true);
    const answer = await ask("deliveries", { ...requestOf(filter), limit: filter.text ? textReach : limit });
    if (mine !== question.current) return;
    setLoading(false);
    if (isFailure(answer)) return setFailure(answer);
    setFailure(undefined);
    setListed(cut(answer.deliveries, answer.more, now.current));
  }, []);

  useEffect(() => {
    const live = openLive({
      onConnection: setConnection,
      onTarget: (target) => now.current.onTarget(target),
      onFault: () => void load(),
      onDeliveries: (all, full) => {
        const { filter, limit } = now.current;
        if (full && wasHeard.current) now.current.onBack();
        wasHeard.current ||= full;
        if (full && (isFiltered(filter) || limit > pageSize)) return void load();
        if (full) {
          question.current += 1;
          setLoading(false);
          setFailure(undefined);
          return setListed({ rows: all.slice(0, limit), more: all.length >= pageSize });
        }
        setFailure(undefined);
        setListed((listed) => {
          if (listed === undefined) return listed;
          const next = mergeLive(listed, all, { filter, limit });
          setArrived((count) => count + countNew(listed, next));
          return next;
        });
        return undefined;
      },
    });
    return live.close;
  }, []);

  const key = JSON.stringify(settled);
  useEffect(() => setLimit(pageSize), [key]);
  const isFirst = useRef(true);
  useEffect(() => {
    const waitsForLive = isFirst.current && !isFiltered(settled);
    isFirst.current = false;
    if (!waitsForLive) void load();
  }, [key, limit]);

  const showMore = useCallback(() => setLimit((limit) => Math.min(maxRows, limit + pageSize)), []);
  return { connection, listed, failure, isLoading, reload: () => void load(), showMore, arrived };
}

const countNew = (before: Listed, after: Listed): number => {
  const newest = before.rows[0]?.arrivedAt ?? "";
  return after === before ? 0 : after.rows.filter(({ arrivedAt }) => arrivedAt > newest).length;
};
