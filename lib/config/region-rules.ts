import type { Said } from "../model/said.ts";

/** Why nothing is deployed to a region: AWS's list says that function URLs are missing, or nobody is known to have seen them work. */
const reasons = {
  missing: {
    zh: "按 AWS 2026 年 11 月的列表没有 Lambda 函数 URL，发送方就没有地址可调",
    en: "has no Lambda function URLs by AWS's list of November 2026, so that senders would have no address to call",
  },
  unproven: {
    zh: "没有人证实过那里的 Lambda 函数 URL 能用，AWS 在中国的区域还缺别的；可以自己跑（docs/self-host.zh-CN.md）",
    en: "has nobody who showed that Lambda function URLs work there, and AWS's regions in China lack more: run it yourself (docs/self-host.md)",
  },
} as const satisfies Record<string, Said>;

/** The list shrinks: https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export const regionsWithoutUrls: Readonly<Record<string, keyof typeof reasons>> = {
  "ap-east-2": "missing",
  "ap-south-2": "missing",
  "ap-southeast-4": "missing",
  "ap-southeast-5": "missing",
  "ap-southeast-6": "missing",
  "ap-southeast-7": "missing",
  "ca-west-1": "missing",
  "eu-central-2": "missing",
  "eu-south-2": "missing",
  "il-central-1": "missing",
  "me-central-1": "missing",
  "cn-north-1": "unproven",
  "cn-northwest-1": "unproven",
};

/** Whether a region can be deployed to. `anyway`: the value of RELAY_ANY_REGION, by which the user knows better than this list. */
export function regionRules(region: string | undefined, anyway: string | undefined): readonly Said[] {
  const why = region === undefined || anyway === "1" ? undefined : regionsWithoutUrls[region];
  if (why === undefined) return [];
  const { zh, en } = reasons[why];
  return [
    {
      zh: `区域 ${region}：${zh}。换一个，例如 ap-southeast-1、ap-northeast-1、us-east-1（AWS_REGION）；那里现在有函数 URL 的话，设 RELAY_ANY_REGION=1`,
      en: `region ${region} ${en}. Take another, such as ap-southeast-1, ap-northeast-1 or us-east-1 (AWS_REGION); where it has function URLs by now, set RELAY_ANY_REGION=1`,
    },
  ];
}
