import type { ListedDelivery } from "./calls.ts";

/** `closed`: the door lets nobody in any more, or nothing answers. */
export type Connection = "connecting" | "live" | "reconnecting" | "closed";

export type LiveListener = {
  readonly onConnection: (connection: Connection) => void;
  /** `full`: these are the newest of all. */
  readonly onDeliveries: (deliveries: readonly ListedDelivery[], full: boolean) => void;
  /** Something changed at a conversation. */
  readonly onTarget: (target: string) => void;
  /** The relay could not look at what changed. */
  readonly onFault: () => void;
};

/** After a browser gave up on its own, so long until the next try (ms). */
const again = 5_000;

/** A connection that is not back after so long (ms) counts as lost, though the browser goes on trying. */
const patience = 4_000;

/**
 * A page that nobody has seen for so long (ms) listens no more until it is seen: a browser has six connections to an address at
 * once, and whoever opens a seventh page would wait for ever.
 */
const unseen = 5_000;

/** Listens to what changes, over lost connections too, until it is closed. */
export function openLive(listener: LiveListener): { readonly close: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let losing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined = connect();
  document.addEventListener("visibilitychange", onVisibility);

  function onVisibility(): void {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(stop, unseen);
    else source ??= connect();
  }

  function stop(): void {
    clearTimeout(timer);
    clearTimeout(losing);
    losing = undefined;
    source?.close();
    source = undefined;
  }

  function connect(): EventSource {
    const opened = new EventSource("/_relay/live");
    opened.addEventListener("open", () => {
      clearTimeout(losing);
      losing = undefined;
      listener.onConnection("live");
    });
    opened.addEventListener("error", () => {
      if (losing === undefined) listener.onConnection("reconnecting");
      losing ??= setTimeout(() => listener.onConnection("closed"), patience);
      if (opened.readyState !== EventSource.CLOSED) return;
      listener.onConnection("closed");
      source = undefined;
      timer = setTimeout(() => (source ??= connect()), again);
    });
    opened.addEventListener("deliveries", ({ data }: MessageEvent<string>) => {
      const { deliveries, full = false } = JSON.parse(data) as { deliveries: ListedDelivery[]; full?: boolean };
      listener.onDeliveries(deliveries, full);
    });
    opened.addEventListener("target", ({ data }: MessageEvent<string>) => {
      listener.onTarget((JSON.parse(data) as { target: string }).target);
    });
    opened.addEventListener("fault", () => listener.onFault());
    return opened;
  }

  return {
    close: () => {
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(resting);
      stop();
    },
  };
}
