import { expect, it } from "vitest";
import { authSchemes } from "../../../lib/model/auth.ts";
import { segmentsOf } from "../../../lib/policy/intake/fit-path.ts";
import { placesProof } from "../../../lib/verify/places.ts";
import { tryProof, verify } from "../../../lib/verify/verify.ts";
import { signRequest } from "../../../local/cli/sign-request.ts";
import { inboundOf } from "../../support/inbound.ts";

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

it("puts the secret of a dialect behind the address, where any of them takes it", () => {
  const { headers, query } = signRequest("dialect", "a/secret&", "{}");
  const inbound = inboundOf({ path: `/ci${query}`, headers, key: segmentsOf(query)[0] ?? "" });
  const proof = placesProof([{ kind: "key" }], inbound);
  expect(tryProof(proof, "dialect", ["a/secret&"])).toMatchObject({ kind: "verified" });
  expect(tryProof(proof, "dialect", ["another"])).toMatchObject({ refusal: "unauthorized" });
});
