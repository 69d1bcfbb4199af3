import { expect, test } from "vitest";
import { authSchemes } from "../../lib/model/auth.ts";
import { trustedPart } from "../../lib/verify/trusted-part.ts";
import { inboundOf } from "../support/inbound.ts";

const headers = {
  "idempotency-key": "1",
  "x-delivery-id": "2",
  "x-request-id": "3",
  "x-github-delivery": "4",
  "webhook-id": "5",
  "x-github-event": "push",
  prefer: "wait=5",
};

test.each([undefined, ...authSchemes])("%s: an id that no signature covers is not read", (scheme) => {
  const { headers: trusted } = trustedPart(scheme, inboundOf({ headers }));
  expect(trusted).toEqual(scheme === "hmac" ? { "x-github-event": "push", prefer: "wait=5" } : headers);
});
