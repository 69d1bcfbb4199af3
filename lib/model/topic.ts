/** A topic of AWS's SNS. `host` is the only one that its certificates and confirmations come from. */
export type Topic = {
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
  readonly host: string;
};

/** Domains of AWS's partitions, as their ARNs name them. */
const domains: Readonly<Record<string, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
};

/** Topics that deliver to an address; those of kind FIFO (`….fifo`) do not. */
const arns =
  /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z]{2,4}(?:-[a-z]{2,12}){1,3}-\d{1,2}):(\d{12}):([A-Za-z0-9_-]{1,256})$/;

/** The topic that an ARN names; undefined where it names none that can deliver to an address. */
export function readTopic(arn: string): Topic | undefined {
  const [, partition = "", region = "", account = "", name = ""] = arns.exec(arn) ?? [];
  const domain = domains[partition];
  return domain === undefined ? undefined : { arn, region, account, name, host: `sns.${region}.${domain}` };
}
