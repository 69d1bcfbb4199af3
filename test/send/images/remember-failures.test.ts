import { expect, it } from "vitest";
import { minute } from "../../../lib/base/time.ts";
import { rememberFailures } from "../../../lib/send/images/remember-failures.ts";

/** A look-up that counts, over hosts that a test may change. */
function setUp(hosts: Map<string, readonly string[]>) {
  let time = 0;
  const asked: string[] = [];
  const lookUp = rememberFailures(
    async (host) => {
      asked.push(host);
      const found = hosts.get(host);
      if (!found) throw new Error("ENOTFOUND");
      return found;
    },
    () => time,
  );
  return { lookUp, asked, pass: (ms: number) => (time += ms) };
}

it("asks for a host that was not found once a minute", async () => {
  const hosts = new Map<string, readonly string[]>([["empty.test", []]]);
  const { lookUp, asked, pass } = setUp(hosts);
  for (const host of ["dead.test", "empty.test", "dead.test", "empty.test"]) expect(await lookUp(host)).toEqual([]);
  expect(asked).toEqual(["dead.test", "empty.test"]);
  hosts.set("dead.test", ["1.1.1.1"]);
  pass(minute - 1);
  expect(await lookUp("dead.test")).toEqual([]);
  pass(1);
  expect(await lookUp("dead.test")).toEqual(["1.1.1.1"]);
});

it("asks once for a host that many ask for at the same time, and anew for one that was found", async () => {
  const { lookUp, asked } = setUp(new Map([["a.test", ["1.1.1.1"]]]));
  expect(await Promise.all([lookUp("a.test"), lookUp("a.test")])).toEqual([["1.1.1.1"], ["1.1.1.1"]]);
  expect(asked).toHaveLength(1);
  await lookUp("a.test");
  expect(asked).toHaveLength(2);
});
