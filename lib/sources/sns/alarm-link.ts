import { httpLink } from "../http-link.ts";
import type { Alarm } from "./read-alarm.ts";

const arns = /^arn:(aws|aws-cn|aws-us-gov):cloudwatch:([a-z0-9-]{1,30}):(\d{12}):alarm:/;

/** Hosts of the console in AWS's partitions. */
const consoles: Readonly<Record<string, (region: string) => string>> = {
  aws: (region) => `${region}.console.aws.amazon.com`,
  "aws-cn": (region) => `${region}.console.amazonaws.cn`,
  "aws-us-gov": () => "console.amazonaws-us-gov.com",
};

/** What an alarm's ARN says beside its name; undefined where it is none. */
export function readAlarmArn(arn: string) {
  const [, partition = "", region = "", account = ""] = arns.exec(arn) ?? [];
  const host = consoles[partition]?.(region);
  return host === undefined ? undefined : { host, region, account };
}

/** The alarm's page in the console, as AWS's own mails link it. */
export function alarmLink({ AlarmArn, AlarmName }: Alarm): string | undefined {
  const found = readAlarmArn(AlarmArn);
  if (!found || !AlarmName.isWellFormed()) return undefined;
  const { host, region } = found;
  const page = `alarmsV2:alarm/${encodeURIComponent(AlarmName)}`;
  return httpLink(`https://${host}/cloudwatch/deeplink.js?region=${region}#${page}`);
}
