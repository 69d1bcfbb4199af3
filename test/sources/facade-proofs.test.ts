import { describe, expect, it } from "vitest";
import { findRoute } from "../../lib/accept/find-route.ts";
import { prove } from "../../lib/accept/prove.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Routes } from "../../lib/model/route.ts";
import { deliveryKey } from "../../lib/policy/intake/delivery-key.ts";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";
import { proofs, type Shaped } from "./facade-proofs.ts";
import { facadeNamed } from "./facades.ts";

const secrets: Readonly<Record<string, string>> = { Ops: "right-secret", OpsOld: "last-secret", Other: "other-secret" };
const secretsOf = (names: readonly string[]) => names.map((name) => secrets[name] ?? "");

/** What is answered to a request: that it may pass, or how it is refused. */
function ask(name: string, { path, method = "POST", fields, ...rest }: Shaped, body: object) {
  const source = name as keyof typeof sources;
  const routes: Routes = {
    ops: { scene: "group", source, secret: ["Ops", "OpsOld"], to: ["A"] },
    other: { scene: "group", source, secret: "Other", to: ["B"] },
  };
  const called = findRoute(inboundOf({ path, method, ...rest, body: JSON.stringify({ ...body, ...fields }) }), {
    routes,
    scene: "group",
  });
  if (isRefusal(called)) throw new Error(`${path}: ${called.message}`);
  const proven = called.unfit ?? prove(called, { secretsOf });
  if (!isRefusal(proven)) return { route: called.id, by: proven.secret };
  const { status, text } = facadeNamed(called.source.name).dialect.refused(proven, called.inbound);
  return { status, text };
}

describe.each(Object.entries(proofs))("%s", (name, { ways, stale = {}, body, refused, missing = refused }) => {
  const dialect = sources[name as keyof typeof sources];

  it.each(Object.entries(ways))("by %s", (_, shape) => {
    expect(ask(name, shape("right-secret"), body)).toEqual({ route: "ops", by: "Ops" });
    expect(ask(name, shape("last-secret"), body)).toEqual({ route: "ops", by: "OpsOld" });
    expect(ask(name, shape("wrong-secret"), body)).toEqual(refused);
    expect(ask(name, shape("right-secret-and-more"), body)).toEqual(refused);
    expect(ask(name, shape("other-secret"), body)).toEqual(refused);
  });

  it.each(Object.entries(stale))("not by a signature of %s", (_, shape) => {
    expect(ask(name, shape("right-secret"), body)).toEqual(refused);
  });

  it("not without a secret, nor by its name", () => {
    expect(ask(name, { path: "/ops" }, body)).toEqual(missing);
    expect(ask(name, { path: "/ops", query: { key: "" } }, body)).toEqual(missing);
    expect(ask(name, { path: "/ops/Ops" }, body)).toEqual(refused);
  });

  it("one sent again is the first one's repeat, for a moment", async () => {
    const at = new Date("2026-11-21T20:00:00Z");
    const inbound = inboundOf({ body: JSON.stringify(body), at });
    const format = await dialect.load(inbound);
    const keyAt = (ms: number) => {
      const parsed = format.parse(inbound, {});
      if (isRefusal(parsed)) throw new Error(parsed.message);
      return deliveryKey(parsed, dialect.repeatWithin, new Date(at.getTime() + ms)).key;
    };
    expect(keyAt(0)).toBe(keyAt(1));
    expect(keyAt(0)).not.toBe(keyAt(2 * dialect.repeatWithin));
  });
});
