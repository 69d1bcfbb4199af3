/** The one stage whose data is protected from being deleted. */
const production = $app.stage === "production";

/** The one table; `tableDefinition` in lib/store/table.ts says the same to the embedded engine, and a test compares them. */
export const table = new sst.aws.Dynamo("Relay", {
  fields: { pk: "string", sk: "string", live: "string", dueShard: "string", dueAt: "number" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  localIndexes: { live: { rangeKey: "live", projection: "keys-only" } },
  globalIndexes: { due: { hashKey: "dueShard", rangeKey: "dueAt", projection: "keys-only" } },
  ttl: "expiresAt",
  deletionProtection: production,
  transform: {
    table: (args) => {
      args.pointInTimeRecovery = { enabled: production };
    },
  },
});

const indexArn = (name: string) => $interpolate`${table.arn}/index/${name}`;

/** For the functions that work on targets: single items, a target's standing, and what is pending for it. */
export const targetAccess = [
  {
    actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"],
    resources: [table.arn],
  },
  { actions: ["dynamodb:Query"], resources: [indexArn("live")] },
];

/** For the sweep, which only looks for targets that have something pending, and at how those stand. */
export const sweepAccess = [
  { actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: [table.arn] },
  { actions: ["dynamodb:Query"], resources: [indexArn("live")] },
  { actions: ["dynamodb:Query"], resources: [indexArn("due")] },
  { actions: ["dynamodb:Scan"], resources: [indexArn("live")] },
];

/** For a sweep that also enlists a warning, and remembers it. */
export const warnAccess = [{ actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"], resources: [table.arn] }];
