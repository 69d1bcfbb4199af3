import { vpc } from "./network.ts";

/** What a function's place in a network takes; AWS knows no resource for most of these. */
const networkActions = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];

const logArn = (name: string) =>
  $interpolate`arn:${aws.getPartitionOutput().partition}:logs:${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}:log-group:/aws/lambda/${name}:*`;

/** What AWS itself needs to run a function: to write its own log, whose group is made before it, and nothing of others'. */
export const runRights = (name: $util.Input<string | undefined>) =>
  $util.output(name).apply((own): sst.aws.FunctionPermissionArgs[] => {
    if (own === undefined) throw new Error("a function has no name of its own");
    return [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logArn(own)] },
      ...(vpc ? [{ actions: networkActions, resources: ["*"] }] : []),
    ];
  });
