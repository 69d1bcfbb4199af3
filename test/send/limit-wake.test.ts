import { expect, it } from "vitest";
import { limitWake } from "../../lib/send/limit-wake.ts";
import { group } from "../support/build.ts";

it("gives up a wake-up that hangs, and no other", async () => {
  await expect(limitWake(() => new Promise(() => undefined), 20)(group)).rejects.toThrow("no end after 20 ms");
  await expect(limitWake(() => Promise.reject(new Error("HTTP 403")), 20)(group)).rejects.toThrow("HTTP 403");
  await expect(limitWake(() => Promise.resolve(), 20)(group)).resolves.toBeUndefined();
});
