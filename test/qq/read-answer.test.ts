import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../lib/model/outcome.ts";
import { readAnswer } from "../../lib/qq/read-answer.ts";

const read = (status: number, body: unknown, permit: "reply" | "proactive" = "reply"): Outcome =>
  readAnswer({ status, text: typeof body === "string" ? body : JSON.stringify(body) }, permit);

/** An outcome in one word, for tables. */
const inShort = (outcome: Outcome): string => (outcome.kind === "refused" ? outcome.as : outcome.kind);

const nginx = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>";
const audit = {
  code: 304023,
  message: "push message is waiting for audit now",
  data: { message_audit: { audit_id: "a-1" } },
};

describe("an answer that says it was delivered", () => {
  it("c2c and group: timestamp as text", () => {
    const body = { id: "ROBOT1.0_x", timestamp: "2026-07-21T10:30:00+08:00", ext_info: { ref_idx: "REFIDX_==" } };
    expect(read(200, body)).toEqual({ kind: "sent", messageId: "ROBOT1.0_x", answer: { status: 200 } });
  });

  it("c2c and group: timestamp as seconds, no ext_info", () => {
    expect(read(200, { id: "ROBOT1.0_x", timestamp: 1784600000 })).toMatchObject({ messageId: "ROBOT1.0_x" });
  });

  it("channel: the whole message comes back, content and all", () => {
    const body = {
      id: "0812",
      channel_id: "1",
      guild_id: "2",
      content: "hello",
      author: { id: "3", bot: true },
      seq: 9,
    };
    const outcome = read(200, body);
    expect(outcome).toMatchObject({ kind: "sent", messageId: "0812" });
    expect(JSON.stringify(outcome)).not.toContain("hello");
  });

  it("keeps every digit of an id that comes as a number", () => {
    expect(read(200, '{"id":12345678901234567890,"n":1.5}')).toMatchObject({ messageId: "12345678901234567890" });
  });

  it("takes code 0 beside an id for no error", () => {
    expect(inShort(read(200, { code: 0, message: "ok", id: "m" }))).toBe("sent");
  });

  it.each([
    [204, ""],
    [200, ""],
    [200, {}],
    [201, { id: "m" }],
  ])("%i %j", (status, body) => {
    expect(inShort(read(status, body))).toBe("sent");
  });
});

describe("an answer that says a person checks it first", () => {
  it.each([
    [200, audit],
    [201, audit],
    [202, audit],
    [202, { ...audit, code: 304024 }],
    [400, audit],
    [200, { audit_id: "a-1" }],
    [200, { id: "m", data: { audit_id: "a-1" } }],
    [202, { data: { message_audit: { audit_id: "a-1" } } }],
  ])("%i %j", (status, body) => {
    expect(read(status, body)).toMatchObject({ kind: "in-audit", auditId: "a-1" });
  });

  it("keeps every digit of an audit id", () => {
    const text = '{"code":304023,"data":{"message_audit":{"audit_id":9007199254740993}}}';
    expect(read(202, text)).toMatchObject({ auditId: "9007199254740993" });
  });

  it.each([
    [202, { code: 304023, message: "push message is waiting for audit now" }],
    [202, ""],
    [201, { message: "accepted" }],
  ])("without an audit id no one knows: %i %j", (status, body) => {
    expect(inShort(read(status, body))).toBe("unsure");
  });
});

describe("an answer with a code", () => {
  it.each([
    [400, { message: "消息被去重，请检查请求msgseq", code: 40054005, err_code: 40054005 }, "duplicate"],
    [400, { message: "upload media info fail", code: 304082 }, "media"],
    [500, { message: "convert media info fail", code: 304083 }, "media"],
    [500, { message: "msg over length", code: 1000001 }, "fix"],
    [500, { code: 1000002 }, "unsure"],
    [400, { err_code: 40034005, message: "回复消息msg_id已过期", trace_id: "t" }, "window"],
    [401, { message: "接口访问源IP不在白名单", code: 11298, err_code: 40023002 }, "config"],
    [401, { message: "token not exist or expire", code: 11244 }, "auth"],
    [400, { code: 99999999, err_code: 40034102 }, "denied"],
    [400, { code: "40034128", message: "as text" }, "window"],
    [200, { code: 304003, message: "in a 200" }, "fix"],
    [200, { code: 22009, message: "msg limit exceed" }, "window"],
    [200, { code: 77777, message: "never heard of" }, "unsure"],
    [400, { code: 77777, message: "never heard of" }, "dead"],
    [403, { code: 304049 }, "quota"],
  ])("%i %j is %s", (status, body, expected) => {
    expect(inShort(read(status, body))).toBe(expected);
  });

  it("tells the code it was judged by", () => {
    expect(read(400, { code: 99999999, err_code: 40034102 }).answer.code).toBe(40034102);
    expect(read(400, { err_code: 40034102 }).answer.code).toBe(40034102);
    expect(read(400, { code: 77777 }).answer.code).toBe(77777);
  });

  it("carries the repairs, best first", () => {
    expect(read(400, { code: 304004 })).toMatchObject({ as: "fix", repair: ["markdown", "text"] });
  });

  it("carries that QQ wants one repeat only", () => {
    expect(read(400, { code: 11252 })).toMatchObject({ as: "again", once: true });
  });
});

describe("22009, message limit exceeded", () => {
  const answer = { status: 400, text: '{"code":22009,"message":"msg limit exceed"}' };

  it.each([
    ["proactive", "published", "quota"],
    ["proactive", "2026", "rate"],
    ["reply", "published", "window"],
    ["reply", "2026", "window"],
    ["none", "published", "rate"],
    ["none", "2026", "rate"],
  ] as const)("%s under %s is %s", (permit, preset, expected) => {
    expect(inShort(readAnswer(answer, permit, preset))).toBe(expected);
  });
});

describe("an answer without a known code", () => {
  it.each([
    [400, { message: "bad" }, "dead"],
    [401, { message: "no" }, "auth"],
    [403, { message: "no" }, "denied"],
    [404, { message: "no such API" }, "config"],
    [405, {}, "config"],
    [413, {}, "dead"],
    [429, {}, "rate"],
    [500, { message: "failed" }, "unsure"],
    [503, "", "unsure"],
    [302, "", "config"],
    [502, nginx, "unsure"],
    [504, nginx, "unsure"],
    [200, nginx, "unsure"],
    [403, nginx, "unsure"],
    [400, nginx, "unsure"],
    [404, nginx, "config"],
    [429, nginx, "rate"],
    [200, '{"id":"cut of', "unsure"],
    [200, "[]", "unsure"],
    [500, { message: "reply msg exceed limit" }, "window"],
    [400, { message: "请求的资源不存在(用户/群已注销)" }, "gone"],
    [400, { message: "消息发送失败, 不允许发送url " }, "fix"],
    [400, { message: "请求参数不允许包含url x.com" }, "fix"],
  ])("%i %j is %s", (status, body, expected) => {
    expect(inShort(read(status, body))).toBe(expected);
  });
});

describe("what is told of an answer", () => {
  it.each([
    ["请求参数不允许包含url x.com", "请求参数不允许包含url …"],
    ["bad link https://intra.example/a?token=s3cret，check", "bad link …，check"],
    ["main.go and www.example.org refused", "… and … refused"],
    ["mail to ops@example.org", "mail to …"],
    ["two\nlines\t here ", "two lines here"],
    ["主动消息失败, 无权限", "主动消息失败, 无权限"],
  ])("%j becomes %j", (message, expected) => {
    expect(read(400, { code: 40054010, message }).answer.message).toBe(expected);
  });

  it("is short", () => {
    expect(read(400, { message: "很".repeat(5000) }).answer.message).toHaveLength(200);
  });

  it("never is a page", () => {
    expect(read(502, nginx).answer).toEqual({ status: 502, message: "not QQ's JSON" });
  });

  it.each([
    [{ "X-Tps-trace-ID": "from-header" }, { trace_id: "from-body" }, "from-header"],
    [{ "x-tps-trace-id": ["first", "second"] }, {}, "first"],
    [{}, { trace_id: "from-body" }, "from-body"],
    [{}, { trace_id: 7 }, undefined],
  ])("trace id of %j and %j", (headers, body, expected) => {
    expect(readAnswer({ status: 400, headers, text: JSON.stringify(body) }, "reply").answer.traceId).toBe(expected);
  });
});

it("reads anything without a fault, and never tells more than 200 characters", () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ message: fc.string({ maxLength: 600 }), code: fc.integer() }).map((o) => JSON.stringify(o)),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      body,
      fc.constantFrom("reply", "proactive"),
      (status, text, permit) => {
        const outcome = readAnswer({ status, text }, permit);
        expect(outcome.answer.status).toBe(status);
        expect((outcome.answer.message ?? "").length).toBeLessThanOrEqual(200);
        expect(outcome.kind !== "sent" || Math.floor(status / 100) === 2).toBe(true);
      },
    ),
  );
});
