import type { Audits } from "./audit.ts";
import type { Callback } from "./callback.ts";
import type { Clock } from "./clock.ts";
import type { Fault } from "./faults.ts";
import type { Files } from "./files.ts";
import { type Gateway, newGateway } from "./gateway/gateway.ts";
import type { Interactions } from "./interactions.ts";
import type { Pictures } from "./live/pictures.ts";
import { newThreads, type Threads } from "./live/threads.ts";
import type { Attempt } from "./ledger.ts";
import type { Permissions } from "./permission.ts";
import type { Places } from "./places.ts";
import type { Sends } from "./quota.ts";
import type { Said } from "./said.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { Shown } from "./shown.ts";
import type { Streams } from "./streams.ts";
import type { Token } from "./token.ts";
import type { Uploads } from "./uploads.ts";
import type { Chats } from "./wakeup.ts";
import type { Anchors } from "./windows.ts";

/** All that a reset forgets. */
export type State = {
  settings: Settings;
  readonly ledger: Attempt[];
  readonly said: Said[];
  readonly callbacks: Callback[];
  readonly sends: Sends;
  readonly anchors: Anchors;
  readonly permissions: Permissions;
  readonly places: Places;
  readonly chats: Chats;
  readonly faults: Fault[];
  readonly files: Files;
  readonly audits: Audits;
  readonly interactions: Interactions;
  readonly shown: Shown;
  readonly uploads: Uploads;
  readonly streams: Streams;
  readonly gateway: Gateway;
  readonly threads: Threads;
  readonly pictures: Pictures;
};

export const emptyState = (): State => ({
  settings: defaultSettings,
  ledger: [],
  said: [],
  callbacks: [],
  sends: new Map(),
  anchors: new Map(),
  permissions: new Map(),
  places: new Map(),
  chats: new Map(),
  faults: [],
  files: new Map(),
  audits: new Map(),
  interactions: new Map(),
  shown: new Map(),
  uploads: new Map(),
  streams: new Map(),
  gateway: newGateway(),
  threads: newThreads(),
  pictures: new Map(),
});

/** One running simulator. Tokens and the gateway's sessions outlive a reset, so that a relay's token and connection stay good. */
export type World = {
  readonly appId: string;
  readonly appSecret: string;
  readonly clock: Clock;
  readonly tokens: Token[];
  /** Ends waits and callbacks under way when the simulator stops. */
  readonly stopping: AbortSignal;
  /** The port that it listens on, and names by which it may be reached besides loopback's. */
  port: number;
  readonly hosts: readonly string[];
  eventsUrl: string | undefined;
  /** Called when something may have changed, for pages that look on. */
  readonly watchers: Set<() => void>;
  serial: number;
  /** Told to the person who started it. */
  readonly log: (line: string) => void;
  state: State;
};
