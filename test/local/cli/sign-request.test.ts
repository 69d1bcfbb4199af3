import { expect, it } from "vitest";
import { authSchemes } from "../../../lib/model/auth.ts";
import { verify } from "../../../lib/verify/verify.ts";
import { signRequest } from "../../../local/cli/sign-request.ts";

it.each(authSchemes)("signs by %s so that the relay takes it", (scheme) => {
  const { headers, query } = signRequest(scheme, "a secret&", '{"中":1}');
  const inbound = {
    method: "POST",
    path: "/ci",
    headers,
    query: Object.fromEntries(new URLSearchParams(query)),
    body: Buffer.from('{"中":1}'),
    at: new Date(0),
  };
  expect(verify(scheme, inbound, ["a secret&"])).toMatchObject({ kind: "verified" });
  expect(verify(scheme, inbound, ["another"])).toMatchObject({ refusal: "unauthorized" });
});
