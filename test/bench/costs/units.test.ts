import { expect, it } from "vitest";
import { measureUnits } from "../../../bench/costs/measure.ts";
import type { Step, Steps } from "../../../bench/costs/units.ts";
import { readUnits } from "../../../bench/costs/units-file.ts";
import { findEngine } from "../../support/engines.ts";

/** Bytes may differ by a word more in a line; a line more is told. */
const tolerance = 0.05;

const kept = readUnits();

/** Only this engine counts what indexes cost. */
it.runIf(findEngine("dynoxide"))(
  "units.json is what the line takes now: npm run costs -- --measure --write",
  { timeout: 120_000 },
  async () => {
    const found = await measureUnits();
    expect(found.keptBytes / kept.keptBytes).toBeCloseTo(1, 1);
    const exact = (step: Step): Step => ({ ...step, logBytes: 0, outBytes: 0 });
    for (const [name, step] of Object.entries(kept.steps)) {
      const measured = found.steps[name as keyof Steps];
      expect({ [name]: exact(measured) }).toEqual({ [name]: exact(step) });
      for (const bytes of ["logBytes", "outBytes"] as const)
        expect(Math.abs(measured[bytes] - step[bytes]), `${name}: ${bytes}`).toBeLessThanOrEqual(
          step[bytes] * tolerance,
        );
    }
  },
);
