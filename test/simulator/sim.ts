import { startSimulator } from "../../simulator/server.ts";
import type { Attempt } from "../../simulator/ledger.ts";

export const secret = "sim-secret-0123456789";

/** Places of the send calls by scene. */
export const paths = {
  c2c: "/v2/users/T/messages",
  group: "/v2/groups/T/messages",
  channel: "/channels/T/messages",
  dm: "/dms/T/messages",
} as const;

export type Scene = keyof typeof paths;

export type Reply = {
  readonly status: number;
  readonly code: number | undefined;
  readonly body: Record<string, unknown>;
};

/** When a simulator's clock begins. */
export const start = "2026-11-21T10:00:00+08:00";

/** A simulator on a free port with a clock that the test moves, spoken to over real HTTP. */
export async function openSim(eventsUrl?: string) {
  const time = { at: Date.parse(start) };
  const sim = await startSimulator({
    port: 0,
    appId: "sim-app",
    appSecret: secret,
    eventsUrl,
    now: () => new Date(time.at),
  });
  const call = async (method: string, path: string, body?: unknown, headers = {}): Promise<Reply> => {
    const response = await fetch(sim.url + path, {
      method,
      headers: { authorization: "Bot sim-app.any", ...headers },
      ...(body !== undefined && {
        body: typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    const read = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : { text };
    return { status: response.status, code: read.code, body: read };
  };
  const control = (name: string, body?: unknown): Promise<Reply> => call("POST", `/_sim/${name}`, body ?? {});
  const send = (scene: Scene, body: unknown, target = "T"): Promise<Reply> =>
    call("POST", paths[scene].replace("T", target), body);
  return {
    ...sim,
    call,
    control,
    send,
    /** Moves the clock on. */
    pass: (ms: number) => {
      time.at += ms;
    },
    goTo: (at: string) => {
      time.at = Date.parse(at);
    },
    say: async (scene: Scene, target = "T", more = {}): Promise<string> =>
      (await control("say", { scene, target, text: "hi", ...more })).body["msg_id"] as string,
    event: async (t: string, d: unknown, id?: string): Promise<string> =>
      (await control("event", { t, d, ...(id && { id }) })).body["id"] as string,
    messages: async (query = ""): Promise<readonly Attempt[]> =>
      (await call("GET", `/_sim/messages${query}`)).body as unknown as readonly Attempt[],
  };
}

export const minutes = (count: number): number => count * 60_000;

/** The least body that a scene takes. */
export const textFor = (scene: Scene, more = {}): Record<string, unknown> =>
  scene === "c2c" || scene === "group" ? { msg_type: 0, content: "x", ...more } : { content: "x", ...more };
