import { expect, test } from "vitest";
import { minute } from "../../../lib/base/time.ts";
import { repeatWithin } from "../../../lib/policy/intake/repeat-within.ts";
import { sources } from "../../../lib/sources/index.ts";

test.each(Object.values(sources))(
  "a repeat to $name is one for half an hour, or as long as the route says",
  (source) => {
    expect(repeatWithin({}, source)).toBe(30 * minute);
    expect(repeatWithin({ repeat: "2m" }, source)).toBe(2 * minute);
  },
);
