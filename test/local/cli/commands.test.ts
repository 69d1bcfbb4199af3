import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import * as others from "../../../local/cli/command-answers.ts";
import * as answers from "../../../local/operate/answers.ts";
import { OverviewAnswer } from "../../../local/operate/console-answers.ts";
import { runLocal } from "../child.ts";
import { type Mode, modes } from "./modes.ts";
import { type Ended, runRelay } from "./run-relay.ts";

describe.each(Object.entries(modes))("the command line on %s", (name, start) => {
  let mode: Mode;
  beforeAll(async () => {
    mode = await start();
  }, 60_000);
  afterAll(() => mode.stop());

  const isEmbedded = name === "the embedded run";
  const run = (...args: readonly string[]): Promise<Ended> => runRelay([...args, ...mode.args], mode.env);

  /** The JSON of a command, as its schema has it and no more than it has. */
  async function read<Schema extends z.ZodType>(schema: Schema, ...args: readonly string[]): Promise<z.output<Schema>> {
    const { code, out, err } = await run(...args, "--json");
    expect([code, err]).toEqual([0, ""]);
    const answer: unknown = JSON.parse(out);
    expect(schema.parse(answer)).toEqual(answer);
    return answer as z.output<Schema>;
  }

  it("sends, traces and lists what was sent, by the beginning of an id too", async () => {
    const { deliveries: sent } = await read(
      answers.SendAnswer,
      "send",
      "disk",
      "磁盘快满了",
      "93 %",
      "--level",
      "error",
    );
    expect(sent).toMatchObject([{ target: "c2c:U1", state: isEmbedded ? "sent" : "pending" }]);
    const id = sent[0]?.id ?? "";
    const { deliveries: traced } = await read(answers.TraceAnswer, "trace", id);
    expect(traced).toMatchObject([{ id, route: "disk", title: "磁盘快满了", lines: ["93 %"], level: "error" }]);
    const [one] = traced;
    if (isEmbedded)
      expect(await read(answers.TraceAnswer, "trace", one?.messageId ?? "")).toEqual({ deliveries: traced });
    expect(await read(answers.TraceAnswer, "trace", id.replace("disk#", ""))).toEqual({ deliveries: traced });
    const listed = await read(answers.DeliveriesAnswer, "deliveries", "--target", "U1", "--since", "1h");
    expect(listed).toMatchObject({ deliveries: [{ id, target: "c2c:U1" }], more: false });
    const { out } = await run("deliveries", "--route", "disk");
    expect(out).toContain("error  磁盘快满了\n");
    expect((await run("trace", id)).out).toMatch(/^投递 delivery: disk#/);
  });

  it("sends by a route whose format is not for people, past its door", async () => {
    const { deliveries } = await read(answers.SendAnswer, "send", "code", "试试");
    expect(deliveries).toMatchObject([{ id: expect.stringMatching(/^code#send-/), target: "group:G1" }]);
    const waits = await read(answers.SendAnswer, "send", "later", "以后");
    expect(waits.deliveries).toMatchObject([
      { target: "group:bound:later", reason: expect.stringContaining("pair later") },
    ]);
  });

  it("mutes, says what waits and why, and ends the mute", async () => {
    const muted = await read(answers.MuteAnswer, "mute", "c2c:U1", "2h");
    expect(Date.parse(muted.until) - Date.now()).toBeGreaterThan(7_000_000);
    const held = { reason: "mute", until: muted.until };
    const sent = await read(answers.SendAnswer, "send", "disk", "静音时");
    expect(sent).toMatchObject({ deliveries: [{ target: "c2c:U1", state: "pending", held }] });
    const { deliveries } = await read(
      answers.DeliveriesAnswer,
      "deliveries",
      "--state",
      "pending",
      "--target",
      "U1",
      "--limit",
      "1",
    );
    expect(deliveries).toMatchObject([{ title: "静音时", state: "pending", held }]);
    const { targets } = await read(answers.StatusAnswer, "status", "U1");
    expect(targets).toMatchObject([
      { target: "c2c:U1", routes: ["disk"], muted: { all: false }, held: { reasons: [held] } },
    ]);
    const { out } = await run("status");
    expect(out).toContain(" × mute: muted until ");
    expect(out).toContain("later");
    expect(await read(answers.MuteAnswer, "mute", "U1", "30m", "--route", "disk")).toMatchObject({ route: "disk" });
    expect(await read(answers.UnmuteAnswer, "unmute", "U1")).toEqual({ target: "c2c:U1" });
    expect((await read(answers.StatusAnswer, "status", "U1")).targets).toMatchObject([{ mutes: [] }]);
  });

  it("tells what is left of the pushes", async () => {
    const { targets } = await read(answers.QuotaAnswer, "quota");
    expect(targets.map(({ target }) => target)).toEqual(["c2c:U1", "group:G1", "c2c:U2"]);
    expect(targets[2]?.proactive).toEqual({ kind: "counted", rules: [{ every: "month", left: 3, max: 3 }] });
    expect((await run("quota", "U2")).out).toMatch(/本月 this month 3\/3/);
  });

  it("counts what would be sent again, and sends it only when told to", async () => {
    const id = await mode.fail();
    const counted = await read(answers.ReplayAnswer, "replay", "--failed", "--since", "1d");
    expect(counted).toMatchObject({ dryRun: true, count: 1, targets: [{ target: "c2c:U2", states: { failed: 1 } }] });
    expect((await run("replay", id)).out).toContain("1 notices would be pending again; nothing was sent: add --yes");
    expect((await read(answers.TraceAnswer, "trace", id)).deliveries).toMatchObject([{ state: "failed" }]);
    expect(await read(answers.ReplayAnswer, "replay", "c2c", "U2", "--unsure")).toMatchObject({ count: 0 });
    expect(await read(answers.ReplayAnswer, "replay", "c2c", "U2", "--failed")).toMatchObject({ count: 1 });
    expect(await run("replay", id, "--unsure")).toMatchObject({ code: 1, out: "" });
    const sent = await read(answers.ReplayAnswer, "replay", id, "--yes");
    expect(sent).toMatchObject({ dryRun: false, count: 1 });
    const again = await read(answers.ReplayAnswer, "replay", "c2c", "U2", "--yes");
    expect(again.count).toBeLessThanOrEqual(1);
  });

  it("knows who spoke lately", async () => {
    await mode.speak();
    const { heard } = await read(answers.HeardAnswer, "heard");
    expect(heard[0]).toMatchObject({ scene: "c2c", target: "U1" });
    expect((await run("whoami")).out).toContain("U1");
  });

  it("pairs, lists pairings whole, and ends one", async () => {
    const { code } = await read(others.Paired, "pair", "later");
    await mode.pair(code);
    const paired = { route: "later", scene: "group", target: "G7" } as const;
    expect(await read(others.Bindings, "bindings", "--full")).toEqual([paired]);
    expect(await read(answers.UnpairAnswer, "unpair", "later", "G7")).toEqual({ route: "later", target: "group:G7" });
    expect(await read(others.Bindings, "bindings")).toEqual([]);
  });

  it("backs up, and tells secrets", async () => {
    const { file, bytes } = await read(others.Backup, "backup", `${name.replaceAll(" ", "-")}.sqlite`);
    expect(bytes).toBeGreaterThan(4_000);
    const data = join(file, "..", "restored");
    const { code, out } = await runRelay(["restore", file, "--json"], { ...mode.env, RELAY_DATA: data });
    expect([code, others.Restored.parse(JSON.parse(out))]).toMatchObject([0, { file }]);
    const secrets = await read(others.Secrets, "secrets");
    expect(secrets.map(({ name: each, from }) => [each, from])).toEqual([
      ["DiskSecret", isEmbedded ? "generated" : "sst"],
      ["CodeSecret", isEmbedded ? "generated" : "sst"],
    ]);
  });

  it("opens the console: of the relay that runs, or served from here over the table", async () => {
    const opened = runLocal("cli/relay.ts", ["console", "--json", ...mode.args], mode.env);
    const printed = new Promise<string>((resolve) => {
      opened.process.stdout?.on("data", () => {
        if (opened.out().includes("}\n")) resolve(opened.out());
      });
    });
    const { url } = others.Console.parse(JSON.parse(await printed));
    const { origin } = new URL(url);
    const entered = await fetch(url, { redirect: "manual" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    const headers = { cookie: entered.headers.get("set-cookie")?.split(";")[0] ?? "", origin };
    const page = await fetch(origin, { headers });
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const ask = async (operation: string, body: object): Promise<unknown> => {
      const asked = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
      return (await fetch(`${origin}/_relay/operate/${operation}`, { ...asked, body: JSON.stringify(body) })).json();
    };
    const { mode: kind, table, routes } = OverviewAnswer.parse(await ask("overview", {}));
    expect([kind, table]).toEqual(isEmbedded ? ["embedded", undefined] : ["deployed", mode.args[1]]);
    expect(routes.map((route) => route.name)).toEqual(["disk", "code", "lost", "later"]);
    const listed = answers.DeliveriesAnswer.parse(await ask("deliveries", {}));
    expect(listed.deliveries.length).toBeGreaterThan(0);
    const stop = new AbortController();
    const life = await fetch(`${origin}/_relay/live`, { headers, signal: stop.signal });
    const reader = life.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first).toMatch(/^event: deliveries\ndata: \{"deliveries":\[\{.*"full":true\}\n\n$/);
    stop.abort();
    if (!isEmbedded) {
      expect(await ask("say", { target: "U1", text: "在吗" })).toMatchObject({ error: "unavailable" });
      expect(await ask("push", { route: "disk", request: {} })).toMatchObject({ error: "unavailable" });
      opened.process.kill("SIGINT");
    }
    expect([await opened.exit, opened.err()]).toEqual([0, ""]);
  });

  it("follows deliveries as they come, until it is interrupted", async () => {
    const watching = runLocal("cli/relay.ts", ["watch", "--json", ...mode.args], mode.env);
    const seen = new Promise<string>((resolve) => {
      watching.process.stdout?.on("data", () => {
        if (watching.out().includes("看着的")) resolve(watching.out());
      });
    });
    await run("send", "disk", "看着的");
    const line = (await seen).split("\n").find((each) => each.includes("看着的")) ?? "";
    expect(answers.ListedDelivery.parse(JSON.parse(line))).toMatchObject({ title: "看着的", route: "disk" });
    watching.process.kill("SIGINT");
    expect([await watching.exit, watching.err()]).toEqual([0, ""]);
  });
});
