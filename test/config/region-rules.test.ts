import { expect, it } from "vitest";
import { regionRules, regionsWithoutUrls } from "../../lib/config/region-rules.ts";

it.each(["us-east-1", "ap-southeast-1", "ap-northeast-1", "ap-east-1", "eu-central-1", undefined])(
  "%s can be deployed to",
  (region) => expect(regionRules(region, undefined)).toEqual([]),
);

it.each(Object.keys(regionsWithoutUrls))(
  "%s cannot, and the message names it, the function URL and both ways on",
  (region) => {
    const [said, ...more] = regionRules(region, undefined);
    expect(more).toEqual([]);
    expect(said?.en).toMatch(new RegExp(`region ${region} .*function URLs.*AWS_REGION.*RELAY_ANY_REGION=1`));
    expect(said?.zh).toMatch(new RegExp(`区域 ${region}：.*函数 URL.*AWS_REGION.*RELAY_ANY_REGION=1`));
  },
);

it("are those of AWS's list of November 2026, and the two in China", () => {
  expect(Object.keys(regionsWithoutUrls).filter((region) => !region.startsWith("cn-"))).toEqual(
    "ap-east-2 ap-south-2 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-2 il-central-1 me-central-1".split(
      " ",
    ),
  );
  expect(regionRules("cn-north-1", undefined)[0]?.en).toContain("run it yourself");
});

it.each([
  ["1", 0],
  ["0", 1],
  ["", 1],
])("RELAY_ANY_REGION=%s leaves %i in the way", (anyway, count) =>
  expect(regionRules("ap-southeast-5", anyway)).toHaveLength(count),
);
