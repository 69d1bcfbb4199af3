/** A repository of ECR in an image's name. */
const ecr = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** What it takes to fetch the image: nothing, where that is public. */
function pullRights(image: string): aws.iam.PolicyStatement[] {
  const [, account, region, repository] = ecr.exec(image) ?? [];
  if (repository === undefined) return [];
  const arn = $interpolate`arn:${aws.getPartitionOutput().partition}:ecr:${region}:${account}:repository/${repository}`;
  return [
    // AWS knows no resource for this one.
    { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
    { Effect: "Allow", Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resource: [arn] },
  ];
}

type Needs = {
  readonly image: string;
  readonly logs: aws.cloudwatch.LogGroup;
  readonly secrets: readonly aws.ssm.Parameter[];
};

/** What AWS itself may do to start the task: fetch its image, read its two secrets, write its log. The process may do nothing. */
export const startRights = ({ image, logs, secrets }: Needs): $util.Output<string> =>
  $jsonStringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: ["ssm:GetParameters"], Resource: secrets.map(({ arn }) => arn) },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [$interpolate`${logs.arn}:*`],
      },
      ...pullRights(image),
    ],
  });
