import { describe, expect, test } from "vitest";
import { refuse, type Refusal, refusalStatus } from "../../lib/model/refusal.ts";
import type { Source } from "../../lib/model/source.ts";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";
import { facades, natives } from "./facades.ts";

const all = Object.entries<Source>(sources);
const dialects = facades.map(({ name, dialect }) => [name, dialect] as const);

test.each(all)("%s is known by its name, and loads a format", async (name, source) => {
  expect(source.name).toBe(name);
  expect(await source.load()).toEqual({ parse: expect.any(Function), map: expect.any(Function) });
});

test.each(all.filter(([name]) => name !== "generic"))("a request of %s can be told from others", (_, { isMine }) => {
  expect(isMine?.(inboundOf({}), new Set())).toBe(false);
});

test.each(all)("%s proves its requests by its dialect where it has one", (_, { auth, dialect }) => {
  expect(auth === "dialect").toBe(dialect !== undefined);
});

test.each(natives)("$name, which is no façade, has no answers of its own by half", ({ dialect }) => {
  expect(Boolean(dialect?.taken)).toBe(Boolean(dialect?.refused));
});

describe.each(dialects)("the dialect %s", (_, dialect) => {
  test("takes the secret as a segment of the address, which any client can have", () => {
    expect(dialect.proofs).toContainEqual({ kind: "key" });
  });

  test("answers each refusal without the secret, a body or a URL of the request", () => {
    const hidden = "s3cret-of-the-route";
    const inbound = inboundOf({
      path: `/ci/${hidden}`,
      key: hidden,
      rest: [hidden],
      query: { key: hidden },
      body: hidden,
    });
    for (const kind of Object.keys(refusalStatus) as Refusal["refusal"][]) {
      const { status, text } = dialect.refused(refuse(kind, "why", "为什么"), inbound);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain(hidden);
    }
  });

  test("answers a repeat as the first", () => {
    const inbound = inboundOf({ rest: [] });
    const answer = dialect.taken(inbound, "ci#1");
    expect(dialect.taken(inbound, "ci#1")).toEqual(answer);
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(300);
    if (answer.status === 204) expect(answer.text).toBe("");
  });
});
