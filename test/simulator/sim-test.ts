import { test } from "vitest";
import { openSim, start } from "./sim.ts";

/** A test that is given a simulator as it starts, at the first moment; the process of it is shared by the tests of a file. */
export const simTest = test
  .extend("shared", { scope: "file" }, async ({}, { onCleanup }) => {
    const sim = await openSim();
    onCleanup(sim.stop);
    return sim;
  })
  .extend("sim", async ({ shared }) => {
    await shared.control("reset");
    shared.goTo(start);
    return shared;
  });
