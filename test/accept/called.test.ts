import { expect, test } from "vitest";
import { fitSource } from "../../lib/accept/called.ts";
import type { Dialect } from "../../lib/model/dialect.ts";
import type { Source } from "../../lib/model/source.ts";

const sourceOf = (dialect?: Dialect): Source => ({
  name: "any",
  auth: dialect ? "dialect" : "bearer",
  repeatWithin: 0,
  ...(dialect && { dialect }),
  load: () => Promise.reject(new Error("not loaded")),
});

const plain = sourceOf();
const signing = sourceOf({ proofs: [{ kind: "hmac", of: "gitea" }] });
const keyed = sourceOf({ proofs: [{ kind: "key" }, { kind: "bearer" }] });
const chat = sourceOf({ proofs: [{ kind: "key" }], paths: { send: ["GET"] } });

test.each<[Source, string[], string, ReturnType<typeof fitSource>]>([
  [plain, [], "POST", { rest: [] }],
  [plain, ["x"], "POST", "unknown-path"],
  [plain, [], "GET", "wrong-method"],
  [signing, [], "POST", { rest: [] }],
  [signing, ["s3cret"], "POST", "unknown-path"],
  [signing, [], "PUT", "wrong-method"],
  [keyed, [], "POST", { rest: [] }],
  [keyed, ["s3cret"], "POST", { rest: [], key: "s3cret" }],
  [keyed, ["s3cret", "x"], "POST", "unknown-path"],
  [keyed, ["s3cret"], "GET", "wrong-method"],
  [chat, ["s3cret", "send"], "GET", { rest: ["send"], key: "s3cret" }],
  [chat, ["send"], "POST", "wrong-method"],
  [chat, [], "POST", "unknown-path"],
])("%j takes %j by %s: %j", (source, rest, method, fitted) => expect(fitSource(source, rest, method)).toEqual(fitted));
