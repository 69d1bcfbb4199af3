import { expect, it as base } from "vitest";
import { createLookUp } from "../../../lib/send/images/look-up.ts";
import { startDns } from "./dns.ts";

const it = base.extend("dns", async ({}, { onCleanup }) => {
  const dns = await startDns({ "pictures.example": "93.184.216.34" });
  onCleanup(dns.stop);
  return dns;
});

it("finds the addresses of a host", async ({ dns }) => {
  const lookUp = createLookUp({ servers: [dns.server] });
  expect(await lookUp("pictures.example")).toEqual(["93.184.216.34"]);
});

it("gives up when nobody answers", async ({ dns }) => {
  const lookUp = createLookUp({ servers: [dns.server, dns.server, dns.server], maximumMs: 100 });
  const begun = performance.now();
  expect(await lookUp("dead.example")).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(dns.asked).toContain("dead.example");
});

it("keeps to two seconds of its own", async ({ dns }) => {
  const lookUp = createLookUp({ servers: [dns.server, "127.0.0.2:9", "127.0.0.3:9"] });
  const begun = performance.now();
  expect(await lookUp("dead.example")).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(3_000);
});
