import { expect, test } from "vitest";
import { checkRoutes } from "../../lib/config/check-routes.ts";

const known = {
  sources: {
    sns: { auth: "certificate" },
    generic: { auth: "bearer" },
  },
} as const;

const topic = "arn:aws:sns:eu-west-1:123456789012:alarms";
const good = { scene: "group", source: "sns", topic, to: ["4C8F"] };

const faultsOf = (route: object): readonly string[] => {
  const checked = checkRoutes({ aws: route }, known);
  if (!("faults" in checked)) return [];
  for (const { zh } of checked.faults) expect(zh).toMatch(/^路由 "aws"：.*\p{Script=Han}/u);
  return checked.faults.map(({ en }) => en.replace('route "aws": ', ""));
};

test.each<[object]>([
  [good],
  [{ ...good, topic: [topic, `${topic}-2`] }],
  [{ ...good, source: ["sns", "generic"], secret: "CiSecret", auth: "key" }],
  [{ ...good, source: ["sns", "generic"], open: true }],
])("%j is right", (route) => expect(faultsOf(route)).toEqual([]));

test.each<[object, string]>([
  [{ ...good, topic: undefined }, "topic is missing"],
  [{ ...good, topic: [] }, "topic is empty; name at least one topic"],
  [{ ...good, topic: "alarms" }, 'topic "alarms" is not the ARN of a standard SNS topic'],
  [{ ...good, topic: `${topic}.fifo` }, "FIFO topics deliver to no address"],
  [{ ...good, topic: [topic, "x"] }, '"x" is not the ARN of a standard SNS topic'],
  [{ ...good, open: true }, 'open is not for source "sns"'],
  [{ ...good, open: true, topic: undefined }, "topic is missing"],
  [{ ...good, auth: "key" }, 'auth is not for source "sns"'],
  [{ ...good, secret: "CiSecret" }, 'secret means nothing for source "sns"'],
  [{ ...good, source: "generic", secret: "CiSecret" }, 'topic is for source "sns"; take it away'],
  [{ ...good, source: ["sns", "generic"] }, "secret is missing"],
  [{ ...good, source: ["generic", "sns"], secret: "CiSecret", topic: undefined }, "topic is missing"],
])("%j is refused: %s", (route, words) => {
  expect(faultsOf(route)).toContainEqual(expect.stringContaining(words));
});
