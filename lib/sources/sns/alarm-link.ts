import { httpLink } from "../http-link.ts";
import type { Alarm } from "./read-alarm.ts";

const arns = /^arn:(aws|aws-cn|aws-us-gov):cloudwatch:([a-z0-9-]{1,30}):(\d{12}):alarm:/;

/** Domains of the console in AWS's partitions; but for one, each region has a name below it. */
const domains: Readonly<Record<string, readonly [domain: string, isRegional: boolean]>> = {
  aws: ["aws.amazon.com", true],
  "aws-cn": ["amazonaws.cn", true],
  "aws-us-gov": ["amazonaws-us-gov.com", false],
};

/** What an alarm's ARN says beside its name; undefined where it is none. */
export function readAlarmArn(arn: string) {
  const [, partition = "", region = "", account = ""] = arns.exec(arn) ?? [];
  const [domain, isRegional] = domains[partition] ?? [];
  if (domain === undefined) return undefined;
  return { host: [...(isRegional ? [region] : []), "console", domain].join("."), region, account };
}

/** The alarm's page in the console, as AWS's own mails link it. */
export function alarmLink({ AlarmArn, AlarmName }: Alarm): string | undefined {
  const found = readAlarmArn(AlarmArn);
  if (!found || !AlarmName.isWellFormed()) return undefined;
  const { host, region } = found;
  const page = `alarmsV2:alarm/${encodeURIComponent(AlarmName)}`;
  return httpLink(`https://${host}/cloudwatch/deeplink.js?region=${region}#${page}`);
}
