import { lookup } from "node:dns/promises";
import { expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { createLookUp } from "../../lib/send/images/look-up.ts";
import { startDns } from "../send/images/dns.ts";
import { startEngine } from "../support/engines.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { startRig } from "../support/rig.ts";

const routes: Routes = {
  pictures: { scene: "channel", source: "generic", open: true, to: ["101"] },
  more: { scene: "group", source: "generic", open: true, to: ["G1"] },
  words: { scene: "group", source: "generic", open: true, to: ["G2"] },
};

/** Longer (ms) than any look-up may hold a message up: the tests wait for real, since DNS does. */
const longest = 5_000;

const it = engineTest(startEngine)
  .extend("dns", async ({}, { onCleanup }) => {
    const dns = await startDns();
    onCleanup(dns.stop);
    return dns;
  })
  .extend("rig", async ({ engine, dns }, { onCleanup }) => {
    const rig = await startRig(engine, routes, { lookup: createLookUp({ servers: [dns.server] }) });
    onCleanup(rig.stop);
    return rig;
  });

it("pictures at hosts that nobody finds hold up nobody else", async ({ rig, dns }) => {
  await rig.post("/channel/pictures", { title: "图一", image: "https://dead.example/1.png" });
  await rig.post("/group/more", { title: "图二", image: "https://dead-too.example/1.png" });
  await expect.poll(() => new Set(dns.asked)).toEqual(new Set(["dead.example", "dead-too.example"]));

  await rig.post("/group/words", { title: "只有字" });
  await expect.poll(() => rig.received("group", "G2")).toHaveLength(1);
  await lookup("localhost");
  expect([await rig.received("channel", "101"), await rig.received("group", "G1")]).toEqual([[], []]);

  await expect.poll(() => rig.received("channel", "101"), { timeout: longest }).toHaveLength(1);
  await expect.poll(() => rig.received("group", "G1"), { timeout: longest }).toHaveLength(1);
  await rig.relay.idle();

  const asked = dns.asked.length;
  await rig.post("/channel/pictures", { title: "图三", image: "https://dead.example/2.png" });
  await rig.relay.idle();
  expect((await rig.received("channel", "101")).at(-1)?.body["content"]).toContain("图三");
  expect(dns.asked).toHaveLength(asked);
}, 20_000);
