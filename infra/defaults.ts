import { esbuildOptions } from "./esbuild.ts";
import { vpc } from "./network.ts";
import { runRights } from "./run-rights.ts";

// A link to the table brings its name only: SST's own would bring every action there is.
sst.Linkable.wrap(sst.aws.Dynamo, (table) => ({ properties: { name: table.name } }));

// What all functions have in common. Acts only on those made after it, so it is imported first.
$transform(sst.aws.Function, (args) => {
  args.runtime ??= "nodejs24.x";
  args.architecture ??= "arm64";
  args.memory ??= "512 MB";
  args.timeout ??= "30 seconds";
  args.logging ??= { retention: "2 weeks", format: "json" };
  // Splitting: what a function imports later, a source's format or QQ's client, is no part of its start.
  args.nodejs ??= { minify: true, splitting: true, esbuild: esbuildOptions };
  // Of asynchronous invocations: the sweep is the clock of repeats, but for a pass that dies.
  args.retries ??= 0;
  if (vpc) args.vpc ??= vpc;
  const { permissions = [], name } = args;
  args.permissions = $util
    .all([permissions, runRights(name)])
    .apply(([own, more]): sst.aws.FunctionPermissionArgs[] => [...own, ...more]);
  args.transform = {
    // A run of the sweep that AWS could not start within a minute is followed by the next.
    eventInvokeConfig: { maximumEventAgeInSeconds: 60 },
    ...args.transform,
    role: (role) => {
      // SST 4.17.1 also lets the account's own users take the role, as `sst dev` needs it.
      role.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
      // AWS's policies for functions let them make log groups: a late line would make one again that was just removed.
      role.managedPolicyArns = [];
    },
    function: (fn) => {
      // AWS's own three lines on each invocation cost more than ours; what fails is told still.
      const { loggingConfig } = fn;
      if (loggingConfig)
        fn.loggingConfig = $util.output(loggingConfig).apply((config) => ({ ...config, systemLogLevel: "WARN" }));
    },
  };
});
