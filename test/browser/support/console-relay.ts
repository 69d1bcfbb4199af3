import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { defineRoutes } from "../../../lib/config/define-routes.ts";
import type { Routes } from "../../../lib/model/route.ts";
import type { Settings } from "../../../lib/model/settings.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";

export const group = "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";
export const channel = "10086001";
export const person = "9E27B4D1C0F84A6E93D5721BFA608C3D";
/** A group that no route names: it is paired with `ops`. */
export const newGroup = "B71D55E09C3A4F2E8A64D1F07C92E8B3";

/** In the middle of a month and of a day of QQ's. */
const begin = Date.parse("2026-11-21T10:00:00+08:00");

const secrets = {
  GithubSecret: "github-secret-0123456789",
  AlertsSecret: "alerts-secret-0123456789",
  MeSecret: "me-secret-0123456789abcdef",
  OpsSecret: "ops-secret-0123456789abcde",
};

/** Whatever may go goes at once, so that nothing in a test waits for anything but QQ's limits. */
const policy = { proactive: "always", settle: "0s" } as const;

/** Scripts for a person, a repository's group, alerts for a channel, and a route that is paired from inside QQ. */
const someRoutes = defineRoutes({
  me: { scene: "c2c", source: "generic", secret: "MeSecret", to: [person], policy },
  ci: {
    scene: "group",
    source: "github",
    secret: "GithubSecret",
    to: [group],
    form: "markdown",
    buttons: true,
    policy,
  },
  alerts: {
    scene: "channel",
    source: "alertmanager",
    secret: "AlertsSecret",
    to: [{ id: channel, guild: "520086001" }],
    policy,
  },
  ops: { scene: "group", source: "generic", secret: "OpsSecret", to: "bound", policy },
});

export type ConsoleRelay = {
  readonly relay: Running;
  /** The time of relay and simulator (ms): it goes on by itself. */
  readonly now: () => number;
  /** Has so much time (ms) gone by at once. */
  readonly forward: (ms: number) => void;
  /** Asks the admin door for an operation, as the command line does; throws what it refuses. */
  readonly call: (name: string, request: object) => Promise<Record<string, unknown>>;
  /** Sends a body by a route as its sender does; a text is sent as it is. */
  readonly push: (route: string, body: object | string, headers?: Readonly<Record<string, string>>) => Promise<void>;
  /** Posts to the simulator's control. */
  readonly simulate: (path: string, body: object) => Promise<void>;
};

/** A relay and QQ's simulator on loopback, kept in memory, for a person at the console. */
export async function startConsoleRelay(
  routes: Routes = someRoutes,
  settings: Partial<Settings> = {},
): Promise<ConsoleRelay & { readonly stop: () => Promise<void> }> {
  const token = "token-of-an-operator-0123456789";
  let ahead = begin - Date.now();
  const now = () => Date.now() + ahead;
  const relay = await startRelay({
    routes,
    settings: { limits: "published", events: "callback", ...settings },
    env: secrets,
    admin: { token },
    simulatorPort: 0,
    clock: { now: () => new Date(now()), wait: (ms) => sleep(ms) },
    log: () => undefined,
  });
  const post = async (url: string, body: object, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const told = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${url}: ${JSON.stringify(told)}`);
    return told;
  };
  const call: ConsoleRelay["call"] = (name, request) =>
    post(`${relay.adminUrl}/_relay/operate/${name}`, request, { authorization: `Bearer ${token}` });
  return {
    relay,
    now,
    forward: (ms) => {
      ahead += ms;
    },
    call,
    push: async (route, body, headers = {}) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const request = { headers: { "content-type": "application/json", ...headers }, body: text };
      const answer = await call("push", { route, request });
      if (answer["status"] !== 202) throw new Error(JSON.stringify(answer));
      await relay.idle();
    },
    simulate: async (path, body) => {
      await post(`${relay.simulatorUrl}/_sim/${path}`, body, {});
    },
    stop: relay.stop,
  };
}

/** The push that every relay has with it. */
export const samplePush = readFileSync(new URL("../../../local/sample-push.json", import.meta.url), "utf8");
