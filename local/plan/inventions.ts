import { createHash } from "node:crypto";

/** Values of a resource, or of a call of a provider's function. */
export type Bag = { readonly [name: string]: unknown };

/** The account that everything is planned in; no such account is asked. */
export const account = "123456789012";

/** Where AWS has regions of its own kind: what their ARNs begin with, and where their endpoints end. */
const partitions = {
  china: { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  other: { partition: "aws", dnsSuffix: "amazonaws.com" },
} as const;

const partitionOf = (region: string) => partitions[region.startsWith("cn-") ? "china" : "other"];

/** What AWS would make up for a new resource: its id, and what only it knows. */
export function invent(type: string, name: string, inputs: Bag, region: string): Bag {
  const own = typeof inputs["name"] === "string" ? inputs["name"] : name;
  const { partition } = partitionOf(region);
  const arn = (service: string, rest: string): string => `arn:${partition}:${service}:${region}:${account}:${rest}`;
  switch (type) {
    case "aws:dynamodb/table:Table":
      return { id: own, arn: arn("dynamodb", `table/${own}`), streamArn: "" };
    case "aws:lambda/function:Function":
      return { id: own, arn: arn("lambda", `function:${own}`), qualifiedArn: arn("lambda", `function:${own}:1`) };
    case "aws:lambda/functionUrl:FunctionUrl":
      return { id: name, functionUrl: `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/` };
    case "aws:iam/role:Role":
      return { id: own, arn: `arn:${partition}:iam::${account}:role/${own}` };
    case "aws:ec2/eip:Eip":
      return { id: name, allocationId: name, publicIp: "203.0.113.7" };
    case "aws:sns/topic:Topic":
      return { id: arn("sns", own), arn: arn("sns", own) };
    case "aws:ssm/parameter:Parameter":
      return { id: own, arn: arn("ssm", `parameter${own}`), version: 1 };
    case "aws:cloudwatch/logGroup:LogGroup":
      return { id: own, arn: arn("logs", `log-group:${own}`) };
    case "aws:cloudfront/distribution:Distribution":
      return { id: name, arn: arn("cloudfront", name), domainName: "d1a2b3.cloudfront.net" };
    // SST's key of the functions' links: 32 bytes.
    case "random:index/randomBytes:RandomBytes":
      return { id: name, base64: createHash("sha256").update(name).digest("base64") };
    default:
      return { id: `${name}-id`, arn: arn(type.split(/[:/]/)[1] ?? "", name) };
  }
}

/** What a provider's function answers. One that is not known here is a fault, so that it gets an answer. */
export function answerCall(token: string, args: Bag, region: string): Bag {
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return { id: "partition", ...partitionOf(region) };
    case "aws:index/getRegion:getRegion":
      return { id: region, name: region, region };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return {
        id: account,
        accountId: account,
        arn: `arn:${partitionOf(region).partition}:iam::${account}:root`,
        userId: "user",
      };
    case "aws:index/getAvailabilityZones:getAvailabilityZones":
      return { id: region, names: [`${region}a`, `${region}b`], zoneIds: [] };
    case "aws:ec2/getAmi:getAmi":
      return { id: "ami-00000000000000000" };
    // SST reads `statements` back, and makes no inline policy without any.
    case "aws:iam/getPolicyDocument:getPolicyDocument": {
      const statements = args["statements"] ?? [];
      return { id: "document", statements, json: JSON.stringify({ Statement: statements }) };
    }
    default:
      throw new Error(`the plan has no answer for ${token}: add one to local/plan/inventions.ts`);
  }
}
