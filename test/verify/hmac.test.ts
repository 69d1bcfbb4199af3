import { sign as signByOctokit } from "@octokit/webhooks-methods";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HmacName } from "../../lib/model/hmac.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { placesProof } from "../../lib/verify/places.ts";
import { tryProof } from "../../lib/verify/verify.ts";
import { inboundOf } from "../support/inbound.ts";
import { signAs } from "../support/sign-as.ts";
import { hmacCases } from "./hmac-cases.ts";

const at = new Date("2026-11-21T20:00:00Z");
const secret = "whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH";
const second = 1_000;

type Sent = Parameters<typeof inboundOf>[0];

const ask = (of: HmacName, sent: Sent, secrets: readonly string[] = [secret]) =>
  tryProof(placesProof([{ kind: "hmac", of }], inboundOf({ at, ...sent })), of, secrets, ["CiSecret"]);

const passes = (of: HmacName, sent: Sent, secrets?: readonly string[]): boolean => !isRefusal(ask(of, sent, secrets));

/** Linear's time is in the body, which everybody else may have there as well. */
const bodyAt = (time: Date): string => JSON.stringify({ 标题: "磁盘满 💾", webhookTimestamp: time.getTime() });
const body = bodyAt(at);

const names = Object.keys(hmacCases) as HmacName[];
const timed = names.filter((name) => hmacCases[name].tolerance !== undefined);
const whole = names.filter((name) => !hmacCases[name].isBodyUnsigned);

const shift = (seconds: number): Date => new Date(at.getTime() + seconds * second);

const alter = (text: string, place: number): string =>
  `${text.slice(0, place)}${text[place] === "7" ? "8" : "7"}${text.slice(place + 1)}`;

describe.each(names)("%s", (of) => {
  const { header } = hmacCases[of];
  const headers: Readonly<Record<string, string>> = signAs[of](secret, body, at);
  const signature = headers[header.toLowerCase()] ?? "";

  test("passes by its secret, wherever that stands in a rotation", () => {
    expect(ask(of, { headers, body })).toEqual({ kind: "verified", secret: 0 });
    expect(ask(of, { headers, body }, ["older", secret])).toEqual({ kind: "verified", secret: 1 });
    expect(ask(of, { headers, body }, [secret, "older"])).toEqual({ kind: "verified", secret: 0 });
    expect(ask(of, { headers: signAs[of]("older", body, at), body }, [secret, "older"])).toMatchObject({ secret: 1 });
  });

  test.each([["another"], [`${secret}BBBB`], [secret.slice(0, -4)], [""], ["", ""]])(
    "refuses where the secrets are %j, and tells no secret",
    (...secrets) => {
      const refusal = ask(of, { headers, body }, secrets);
      expect(refusal).toMatchObject({ refusal: "unauthorized", message: expect.stringContaining("CiSecret") });
      for (const hidden of [secret, "another", signature, "磁盘满"])
        expect(JSON.stringify(refusal)).not.toContain(hidden);
    },
  );

  test("names its header where that is missing, or does not match", () => {
    expect(ask(of, { body })).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `^${of}: no secret in the request: expected ${header}.*: <HMAC>; enter the route's secret at the sender · ${of}：请求里没有密钥：要 ${header}.*；请在发送方填上路由的密钥$`,
        ),
      ),
    });
    const wrong = ask(of, { headers: signAs[of]("another", body, at), body });
    expect(wrong).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `^${of}: ${header} over a body of ${Buffer.byteLength(body)} bytes.* does not match: check that the sender's secret equals CiSecret`,
        ),
      ),
    });
  });

  test.each([
    "",
    " ",
    "x",
    "sha256=",
    "v1=",
    "v1,",
    "0".repeat(64),
    "sha1=00",
    `sha512=${"0".repeat(128)}`,
    "Zm9v",
    "=,=",
  ])("refuses the signature %j", (value) => {
    const told = ask(of, { headers: { ...headers, [header.toLowerCase()]: value }, body });
    expect(told).toMatchObject({ refusal: "unauthorized" });
  });

  test("says how a malformed one should be", () => {
    const value = of === "stripe" ? "t=1795291200,v1=nonsense" : "nonsense";
    expect(ask(of, { headers: { ...headers, [header.toLowerCase()]: value }, body })).toMatchObject({
      message: expect.stringMatching(
        new RegExp(
          `${header} is malformed: expected (sha256= and |sha1= and |v1[,=] and )?(\\d+ hex digits|base64 of)`,
        ),
      ),
    });
  });

  test("refuses a signature with any one sign changed", () => {
    // Stripe's v0 is of its test mode, and proves nothing.
    const [proper = ""] = signature.split(",v0");
    for (let place = 0; place < proper.length; place += 1) {
      const changed = alter(signature, place);
      const told = passes(of, { headers: { ...headers, [header.toLowerCase()]: changed }, body });
      expect([changed, told]).toEqual([changed, false]);
    }
  });

  test("is not what another sender's signature is", () => {
    const kin: readonly string[] = ["bitbucket", "jira"];
    for (const other of names) {
      const isSame = other === of || (kin.includes(of) && kin.includes(other));
      expect([other, passes(of, { headers: signAs[other](secret, body, at), body })]).toEqual([other, isSame]);
    }
  });

  test("any secret does, a Chinese one too", () => {
    for (const key of ["密钥一二三", "p@ss wörd", "🔑", "a"])
      expect(passes(of, { headers: signAs[of](key, body, at), body }, [key])).toBe(true);
  });
});

describe.each(timed)("%s, whose time is signed", (of) => {
  const { tolerance = 0, time = "", other } = hmacCases[of];
  const sent = (seconds: number): Sent => {
    const then = shift(seconds);
    return { headers: signAs[of](secret, bodyAt(then), then), body: bodyAt(then) };
  };

  test("passes as long as its sender says, either way", () => {
    for (const seconds of [-tolerance, -1, 0, 1, tolerance])
      expect([seconds, passes(of, sent(seconds))]).toEqual([seconds, true]);
  });

  test.each([1, 60, 86_400, 40_000_000])("refuses one that is %i s older or newer, and says by how much", (more) => {
    for (const seconds of [-tolerance - more, tolerance + more])
      expect(ask(of, sent(seconds))).toMatchObject({
        message: expect.stringContaining(
          `stale timestamp: ${time} is ${tolerance + more} s away from the relay's clock, ${tolerance} s are allowed`,
        ),
      });
  });

  test("refuses the same request when it is sent again later", () => {
    const recorded = sent(0);
    expect(passes(of, { ...recorded, at: shift(tolerance) })).toBe(true);
    expect(passes(of, { ...recorded, at: shift(tolerance + 1) })).toBe(false);
  });

  test.skipIf(other === undefined)("refuses another time than was signed, one that is none, and none", () => {
    const name = other ?? "";
    const { headers = {}, ...rest } = sent(0);
    const stamp = headers[name] ?? "";
    expect(passes(of, { ...rest, headers: { ...headers, [name]: alter(stamp, stamp.length - 1) } })).toBe(false);
    for (const value of ["", "NaN", "2026-11-21", `0${stamp}`, ` ${stamp}`, `${stamp}.0`, "-1795291200", "1e10"])
      expect(ask(of, { ...rest, headers: { ...headers, [name]: value } })).toMatchObject({
        message: expect.stringContaining(`${time} is malformed: expected`),
      });
    const { [name]: _, ...without } = headers;
    expect(ask(of, { ...rest, headers: without })).toMatchObject({ refusal: "unauthorized" });
  });
});

describe("any body and any secret", () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 80 });
  const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
  const isTimedInBody = (of: HmacName): boolean => of === "linear";

  test("passes, and not once a byte is changed, added or taken away", () => {
    const cases = whole.filter((of) => !isTimedInBody(of));
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        bytes,
        fc.string({ minLength: 1 }),
        change,
        (of, given, key, { at: where, by }) => {
          const headers = signAs[of](key, given, at);
          fc.pre(!key.startsWith("whsec_"));
          expect(passes(of, { headers, body: given }, [key])).toBe(true);
          const changed = given.map((byte, index) => (index === where % given.length ? byte ^ by : byte));
          expect(passes(of, { headers, body: changed }, [key])).toBe(false);
          expect(passes(of, { headers, body: Buffer.concat([given, Buffer.of(by)]) }, [key])).toBe(false);
          expect(passes(of, { headers, body: given.subarray(1) }, [key])).toBe(false);
          expect(passes(of, { headers, body: given }, [`${key}x`])).toBe(false);
        },
      ),
    );
  });

  test("Linear's passes, and not once its words or its time are changed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 59_999 }), (title, key, ms) => {
        const text = JSON.stringify({ title, webhookTimestamp: at.getTime() });
        const headers = signAs.linear(key, text, at);
        expect(passes("linear", { headers, body: text }, [key])).toBe(true);
        const later = JSON.stringify({ title, webhookTimestamp: at.getTime() + ms });
        expect(passes("linear", { headers, body: later }, [key])).toBe(false);
        expect(passes("linear", { headers, body: `${text} ` }, [key])).toBe(false);
      }),
    );
  });

  test("GitHub's is as its own library signs", async () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" });
    await fc.assert(
      fc.asyncProperty(text, text, async (key, given) => {
        const headers = { "x-hub-signature-256": await signByOctokit(key, given) };
        expect(passes("github", { headers, body: given }, [key])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
