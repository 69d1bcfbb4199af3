import { esbuildOptions } from "./esbuild.ts";
import { vpc } from "./network.ts";

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
  args.transform = {
    ...args.transform,
    // SST 4.17.1 also lets the account's own users take the role, as `sst dev` needs it.
    role: (role) => {
      role.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
    },
  };
});
