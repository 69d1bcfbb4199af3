import * as z from "zod";
import { sceneNames } from "../../lib/model/scene.ts";
import type { Pairing } from "../run/pairing.ts";

const scene = z.enum(sceneNames);

const Unpaired = z.object({ error: z.enum(["unknown-route", "not-bound"]), message: z.string() });

const Paired = z.union([z.object({ code: z.string(), route: z.string(), scene, expiresAt: z.string() }), Unpaired]);

const Bindings = z.union([z.array(z.object({ route: z.string(), scene, target: z.string() })), Unpaired]);

const Fault = z.object({ error: z.literal("fault"), message: z.string() });

/** Pairing by a relay that runs on this machine. Throws one sentence with the fix when none answers at the URL. */
export function reachPairing(url: string): Pairing {
  const ask = async <Answer>(path: string, schema: z.ZodType<Answer>, init: RequestInit = {}): Promise<Answer> => {
    const response = await request(url, path, init);
    const answer: unknown = await response.json().catch(() => undefined);
    const read = schema.safeParse(answer);
    if (!read.success) throw new Error(Fault.safeParse(answer).data?.message ?? notRelay(url));
    return read.data;
  };
  return {
    pair: (route) =>
      ask("/_relay/pair", Paired, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ route }),
      }),
    bindings: (route) =>
      ask(`/_relay/bindings${route === undefined ? "" : `?route=${encodeURIComponent(route)}`}`, Bindings),
  };
}

async function request(url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, url), init);
  } catch (cause) {
    throw new Error(notRunning(url), { cause });
  }
}

const notRunning = (url: string): string =>
  `${url} 没有中继在运行。先 npm start，或用 --url 指明地址；部署在 AWS 的用 --table 指明表名。\n` +
  `No relay runs at ${url}. Start it (npm start), say where it is (--url), or for AWS name its table (--table).`;

const notRelay = (url: string): string =>
  `${url} 应答的不是 qq-relay，或版本不同。请检查 PORT 或 --url。\n` +
  `What answers at ${url} is not qq-relay, or of another version. Check PORT or --url.`;
