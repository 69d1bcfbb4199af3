import { createQq } from "../../lib/send/client.ts";
import { createMedia, type MediaOptions } from "../../lib/send/images/media.ts";
import { createAccessTokens } from "../../lib/send/token.ts";
import { createUpload } from "../../lib/send/images/upload.ts";
import { openSim, secret } from "../simulator/sim.ts";

/** The simulator over HTTP, and what the relay speaks to it with; both have one clock, which `pass` moves on. */
export async function openBot(options: Partial<MediaOptions> = {}) {
  const sim = await openSim();
  await sim.control("settings", { sandbox: true });
  const time = { at: Date.parse("2026-11-21T10:00:00+08:00") };
  const now = (): number => time.at;
  const waits: number[] = [];
  const tokens = createAccessTokens({
    tokenUrl: `${sim.url}/app/getAppAccessToken`,
    appId: "sim-app",
    appSecret: secret,
    store: { readToken: async () => undefined, writeToken: async () => undefined },
    log: () => undefined,
    now,
  });
  const api = { apiBase: sim.url, appId: "sim-app", tokens, now };
  return {
    sim,
    qq: createQq(api),
    upload: createUpload(api),
    media: createMedia({
      ...api,
      wait: async (ms) => {
        waits.push(ms);
      },
      lookup: async (host) => (host === "inner.test" ? ["10.0.0.1"] : ["8.8.8.8"]),
      ...options,
    }),
    waits,
    pass: (ms: number) => {
      time.at += ms;
      sim.pass(ms);
    },
    /** A minute on from now. */
    deadline: () => time.at + 60_000,
  };
}

export type Bot = Awaited<ReturnType<typeof openBot>>;
