import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { day, minute } from "../../../lib/base/time.ts";
import { targetPk } from "../../../lib/store/keys.ts";
import type { CheckName, Diagnosis } from "../../../local/doctor/finding.ts";
import type { Ask } from "../../../local/doctor/gather/ask.ts";
import { countCalls } from "../../support/count-calls.ts";
import { readRecord } from "../../../local/doctor/relay-record.ts";
import { createStore } from "../../../lib/store/store.ts";
import { bot, type Change, publicUrl, routes, startWellRelay, type WellRelay } from "./well-relay.ts";

const closers: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function start(...settings: Parameters<typeof startWellRelay>): Promise<WellRelay> {
  const relay = await startWellRelay(...settings);
  closers.push(relay.stop);
  return relay;
}

const foreign: RequestListener = (_request, response) => response.end("<h1>NAS</h1>");

async function serve(server: ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

const checksOf = ({ findings }: Diagnosis): readonly CheckName[] => findings.map(({ check }) => check);

it("finds nothing wrong with a relay that is well, and leaves nothing out", async () => {
  const { doctor } = await start();
  expect(await doctor()).toEqual({ ok: true, findings: [], skipped: [], exitCode: 0 });
});

type Fault = {
  readonly name: string;
  readonly settings?: Parameters<typeof startWellRelay>[0];
  /** Brings the fault about, or says what of the look is otherwise. */
  readonly seed: (relay: WellRelay) => Change | Promise<Change | void>;
  readonly finds: readonly CheckName[];
  readonly severity?: "warning";
  readonly message: RegExp;
  readonly fix: RegExp;
};

const u1 = { scene: "c2c", id: "U1" } as const;
const pem = (name: string): Buffer => readFileSync(join(import.meta.dirname, "..", "..", "support", "sns", name));

const faults: readonly Fault[] = [
  {
    name: "no credentials",
    seed: () => ({ env: { QQ_APP_ID: undefined, QQ_APP_SECRET: "" } }),
    finds: ["credentials"],
    message: /There are no credentials of a bot/,
    fix: /Copy QQ_APP_ID and QQ_APP_SECRET .* into \.env/,
  },
  {
    name: "half of them",
    seed: () => ({ env: { QQ_APP_SECRET: undefined } }),
    finds: ["credentials"],
    message: /QQ_APP_SECRET is missing/,
    fix: /Copy QQ_APP_SECRET/,
  },
  {
    name: "wrong secret",
    // What answers at the callback has the right one: it does not believe this one.
    seed: () => ({ env: { QQ_APP_SECRET: "another-secret" } }),
    finds: ["credentials", "callback"],
    message: /QQ refuses the bot \(100016 /,
    fix: /where the secret was reset take the new one/,
  },
  {
    name: "address not allowed (11298)",
    seed: async ({ simulate }) => simulate({ sources: ["203.0.113.9"] }),
    finds: ["allow-list"],
    message: /takes no calls from this machine's outgoing address \(11298\)/,
    fix: /Add this machine's outgoing address .* or empty the list/,
  },
  {
    name: "address not allowed, where QQ says which",
    seed: ({ publicAt }) => {
      const text = JSON.stringify({ code: 11298, message: "接口访问源IP不在白名单: 203.0.113.77" });
      const ask: Ask = (url, init) =>
        url.endsWith("/users/@me")
          ? Promise.resolve({ kind: "answer", status: 401, headers: {}, text })
          : publicAt(publicUrl)(url, init);
      return { edges: { ask }, env: { RELAY_CALLBACK_URL: "" } };
    },
    finds: ["allow-list"],
    message: /outgoing address 203\.0\.113\.77 \(11298\)/,
    fix: /^Add 203\.0\.113\.77 to the list/,
  },
  {
    name: "placeholder ids",
    seed: () => ({ routes: { ...routes, code: { ...routes.code, to: ["4C8F0E2B7A9D43E1B65A0C7D9F1E3A52"] } } }),
    finds: ["placeholder-ids"],
    message: /^Example ids in to of route code \(4C8F0E2B7A9D43E1B65A0C7D9F1E3A52\)/,
    fix: /npm run relay -- pair code/,
  },
  {
    name: "a QQ number as a group id",
    seed: () => ({ routes: { ...routes, code: { ...routes.code, to: ["987654321"] } } }),
    finds: ["configuration"],
    message: /a QQ number is not a group_openid/,
    fix: /Mend the file/,
  },
  {
    name: "secret unset",
    seed: () => ({ env: { CodeSecret: "" } }),
    finds: ["secrets"],
    message: /The secret CodeSecret is not set \(route code\)/,
    fix: /Set CodeSecret in \.env/,
  },
  {
    name: "secret under 16 characters",
    seed: () => ({ env: { CodeSecret: "hunter2" } }),
    finds: ["secrets"],
    severity: "warning",
    message: /CodeSecret has only 7 characters/,
    fix: /openssl rand -hex 32/,
  },
  {
    name: "a preset that QQ does not go by",
    settings: { limits: "2026" },
    seed: async ({ store }) => store.closeQuota({ kind: "target", target: u1 }, [], Date.now() + day, { pace: 2 }),
    finds: ["rules"],
    severity: "warning",
    message: /^c2c: the settings count by exactly 2026, and QQ refused pushes that it still allows/,
    fix: /Set limits: "auto"/,
  },
  {
    name: "an unknown preset",
    seed: () => ({ settings: { limits: "2025" } }),
    finds: ["configuration"],
    message: /limits.*published/,
    fix: /Mend the file/,
  },
  {
    name: "callback unreachable",
    seed: async ({ publicAt }) => {
      const server = createServer();
      const gone = await serve(server);
      server.close();
      return { edges: { ask: publicAt(`https://${gone}/events`) } };
    },
    finds: ["callback"],
    message: /relay\.example\.com\/events cannot be reached from this machine \(ECONNREFUSED\)/,
    fix: /Check DNS, port forwarding/,
  },
  {
    name: "callback with a wrong certificate",
    seed: async ({ publicAt }) => {
      const there = await serve(createTlsServer({ key: pem("key.pem"), cert: pem("certificate.pem") }, foreign));
      return { edges: { ask: publicAt(`https://${there}/events`) } };
    },
    finds: ["callback"],
    message: /The certificate of https:\/\/relay\.example\.com\/events is not trusted/,
    fix: /Install one that browsers trust/,
  },
  {
    name: "a foreign answer at the callback",
    seed: async ({ publicAt }) => ({ edges: { ask: publicAt(`http://${await serve(createServer(foreign))}/events`) } }),
    finds: ["callback"],
    message: /is not the relay \(HTTP 200\)/,
    fix: /ends with \/events/,
  },
  {
    name: "no event for days",
    seed: async ({ store }) => store.changeState(u1, { spokeAt: Date.now() - 5 * day }),
    finds: ["events"],
    severity: "warning",
    message: /QQ's last event came 5 days ago/,
    fix: /Say something to the bot .* 事件接收方式/,
  },
  {
    name: "clock off by ten minutes",
    // The relay, whose clock is right here, takes the signature of the check for a stale one.
    seed: () => ({ edges: { now: () => Date.now() + 10 * minute } }),
    finds: ["clock", "callback"],
    message: /clock is (?:599|60[01]) s ahead of QQ's/,
    fix: /NTP/,
  },
  {
    name: "disk nearly full",
    seed: () => ({ edges: { freeBytes: () => 42 * 1024 * 1024 } }),
    finds: ["disk"],
    message: /has 42 MB left/,
    fix: /Make room/,
  },
  {
    name: "a route nobody ever posted to",
    seed: async ({ table, store }) => {
      for (const { id } of await store.listDeliveries({ scene: "group", id: "G1" }, 10))
        await table.remove({ pk: targetPk({ scene: "group", id: "G1" }), sk: `delivery#${id}` });
    },
    finds: ["routes"],
    severity: "warning",
    message: /Nothing has come by route code/,
    fix: /npm run relay -- routes code/,
  },
];

describe("a seeded fault is found, and its fix named in both languages", () => {
  it.each(faults)("$name", async ({ settings = {}, seed, finds, severity = "fault", message, fix }) => {
    const relay = await start(settings);
    const diagnosis = await relay.doctor((await seed(relay)) ?? {});
    expect(checksOf(diagnosis)).toEqual(finds);
    const [first] = diagnosis.findings;
    expect(first?.severity).toBe(severity);
    expect(first?.message.en).toMatch(message);
    expect(first?.fix.en).toMatch(fix);
    expect(first?.message.zh).toMatch(/\p{sc=Han}/u);
    expect(first?.fix.zh).toMatch(/\p{sc=Han}/u);
    expect(diagnosis.exitCode).toBe(severity === "fault" ? 1 : 0);
  });
});

it("says of a relay that does not run how to start it, and looks at all else", async () => {
  const { doctor } = await start();
  const diagnosis = await doctor({ env: { ADMIN_PORT: "1", CodeSecret: "hunter2" } });
  expect(checksOf(diagnosis)).toEqual(["secrets", "relay"]);
  expect(diagnosis.findings[1]?.message.en).toMatch(/^No relay runs at http:\/\/127\.0\.0\.1:1/);
});

it("says how the callback could be looked at, where nothing tells its address", async () => {
  const { doctor } = await start();
  const { ok, findings, skipped } = await doctor({ env: { RELAY_CALLBACK_URL: "" } });
  expect([ok, findings, skipped.map(({ check }) => check)]).toEqual([true, [], ["callback"]]);
});

it("says that a callback which was named was not asked, where no credentials can sign for the bot", async () => {
  const { doctor } = await start();
  const env = { QQ_APP_ID: "", QQ_APP_SECRET: "", RELAY_CALLBACK_URL: "https://relay.example.com/events" };
  const { skipped } = await doctor({ env });
  const { reason } = skipped.find(({ check }) => check === "callback") ?? {};
  expect(reason?.en).toMatch(/^https:\/\/relay\.example\.com\/events was not asked: .*set QQ_APP_ID and QQ_APP_SECRET/);
});

it("writes nothing to the table, nor to QQ", async () => {
  const { table, doctor } = await start();
  const { table: counted, counts } = countCalls(table);
  await readRecord({ routes, settings: {}, store: createStore(counted, 30), now: Date.now() });
  expect(counts.writes).toBe(0);
  const before = JSON.stringify(await Array.fromAsync(table.query("bot", { from: "", to: "\u{10ffff}" })));
  await doctor();
  expect(JSON.stringify(await Array.fromAsync(table.query("bot", { from: "", to: "\u{10ffff}" })))).toBe(before);
  expect(before).not.toContain(bot.QQ_APP_SECRET);
});
