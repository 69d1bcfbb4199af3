import { describe, expect, it } from "vitest";
import { findRoute } from "../../lib/accept/find-route.ts";
import { prove } from "../../lib/accept/prove.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SourceName } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";
import { natives } from "./facades.ts";
import { nativeProofs } from "./native-proofs.ts";
import type { NativeWay } from "./native-ways.ts";

const at = new Date("2026-11-21T20:00:00Z");
const secrets: Readonly<Record<string, string>> = { Ops: "right-secret", OpsOld: "last-secret", Other: "other-secret" };
const secretsOf = (names: readonly string[]) => names.map((name) => secrets[name] ?? "");

type Sent = Omit<ReturnType<NativeWay["sent"]>, "method"> & { readonly body: string; readonly at: Date };

/** By which secret of which route a request is proved, or why it is not. */
function ask(name: string, { path = "", ...sent }: Sent) {
  const source = name as SourceName;
  const routes: Routes = {
    ops: { scene: "group", source, secret: ["Ops", "OpsOld"], to: ["A"] },
    other: { scene: "group", source, secret: "Other", to: ["B"] },
    open: { scene: "group", source, open: true, to: ["C"] },
  };
  const tell = (route: string) => {
    const called = findRoute(inboundOf({ ...sent, path: `/${route}${path}` }), { routes, scene: "group" });
    if (isRefusal(called)) throw new Error(called.message);
    return called.unfit ?? prove(called, { secretsOf });
  };
  return { ops: tell("ops"), other: tell("other"), open: tell("open") };
}

const refused = { refusal: "unauthorized", message: expect.stringMatching(/^[^·]+ · .*\p{Script=Han}/su) };

it("every source that has no answers of its own says how it proves itself by a secret", () => {
  const bySecret = natives.filter(({ auth }) => auth !== "certificate");
  expect(Object.keys(nativeProofs).toSorted()).toEqual(bySecret.map(({ name }) => name).toSorted());
});

it("no secret proves what is proved by its vendor's certificate, and no word that it is open", () => {
  const byCertificate = natives.filter(({ auth }) => auth === "certificate").map(({ name }) => name);
  expect(byCertificate).toEqual(["sns"]);
  const headers = { authorization: "Bearer right-secret", "x-signature-256": "right-secret" };
  const sent = { headers, path: "", query: { key: "right-secret" }, body: "{}", at };
  expect(ask("sns", sent)).toEqual({ ops: refused, other: refused, open: refused });
});

describe.each(Object.entries(nativeProofs))("%s", (name, { ways, bodyAt = () => '{"标题":"磁盘满"}' }) => {
  const body = bodyAt(at);

  describe.each(Object.entries(ways))("by %s", (_, { sent, names, isSigned, stale }) => {
    const by = (secret: string) => ({ ...sent(secret, body, at), body, at });

    it("passes by either secret of a rotation, and where the route is open", () => {
      expect(ask(name, by("right-secret"))).toEqual({ ops: { secret: "Ops" }, other: refused, open: {} });
      expect(ask(name, by("last-secret"))).toMatchObject({ ops: { secret: "OpsOld" }, open: {} });
    });

    it.each(["wrong-secret", "right-secret-and-more", "right-secre", "other-secret", "Ops"])("refuses %s", (secret) => {
      const { ops } = ask(name, by(secret));
      expect(ops).toEqual(refused);
      for (const hidden of [...Object.values(secrets), "wrong-secret", "磁盘满"])
        expect(JSON.stringify(ops)).not.toContain(hidden);
    });

    it("says what is missing, by its name", () => {
      const { ops, open } = ask(name, { body, at });
      expect(ops).toMatchObject({ ...refused, message: expect.stringContaining(names) });
      expect(open).toEqual({});
    });

    it.runIf(isSigned)("refuses another body than was signed", () => {
      for (const changed of [`${body} `, body.replace("{", "{ "), body.slice(1), ""])
        expect([changed, ask(name, { ...by("right-secret"), body: changed }).ops]).toEqual([changed, refused]);
    });

    it.runIf(stale !== undefined)("refuses a request that was recorded", () => {
      const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
      expect(ask(name, { ...by("right-secret"), at: later(stale ?? 0) }).ops).toEqual({ secret: "Ops" });
      expect(ask(name, { ...by("right-secret"), at: later((stale ?? 0) + 1) }).ops).toEqual(refused);
    });
  });
});
