import { expect, test } from "vitest";
import { examples } from "../support/github.ts";
import { eventNames } from "../../lib/sources/github/event-names.ts";

const sent = examples.flatMap(({ name, examples }) =>
  examples.map((body) => [name, typeof body["action"] === "string" ? body["action"] : undefined] as const),
);

test("every event and action of the examples may be named by a filter", () => {
  expect(sent.length).toBeGreaterThan(200);
  const unknown = sent.filter(([name, action]) => {
    const actions = eventNames[name];
    return actions === undefined || (actions !== true && action !== undefined && !actions.includes(action));
  });
  expect(unknown).toEqual([]);
});
