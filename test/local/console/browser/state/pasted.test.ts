import { describe, expect, it } from "vitest";
import { emptyPasted, layOut, pastedOf, requestOfPasted } from "../../../../../local/console/browser/state/pasted.ts";

describe("a request that was pasted", () => {
  it("has its headers by lines, and leaves out what is empty", () => {
    const headers = "X-GitHub-Event: push\n\n  content-type : application/json; charset=utf-8  \nno colon\n: nothing";
    expect(requestOfPasted({ ...emptyPasted, headers, body: "{}" })).toEqual({
      method: "POST",
      headers: { "x-github-event": "push", "content-type": "application/json; charset=utf-8" },
      body: "{}",
    });
  });

  it("is a sample's as it was, but for its layout", () => {
    const request = { method: "PUT", path: "/a", query: "x=1", headers: { a: "b: c" }, body: "t=1" } as const;
    expect(requestOfPasted(pastedOf(request))).toEqual(request);
    expect(pastedOf({ body: '{"a":1}' }).body).toBe('{\n  "a": 1\n}');
  });

  it("lays out JSON whose numbers and names stay as they are, and nothing else", () => {
    expect(layOut("a=1")).toBe("a=1");
    expect(layOut('{"id":12345678901234567890}')).toBe('{"id":12345678901234567890}');
    expect(layOut('{"a":1,"a":2}')).toBe('{"a":1,"a":2}');
    expect(layOut('{"a":"x  y","b":[1.50]}')).toBe('{"a":"x  y","b":[1.50]}');
    expect(layOut('{"a":[]}')).toBe('{\n  "a": []\n}');
  });
});
