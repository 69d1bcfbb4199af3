import { commandsFor, whyForeign } from "../lib/config/adopted-table.ts";

/** The one stage whose data is protected from being deleted. */
const production = $app.stage === "production";

/** `tableDefinition` in lib/store/dynamo/definition.ts says the same to the embedded engine, and a test compares them. */
const make = () =>
  new sst.aws.Dynamo("Relay", {
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

/** A table that was restored, or left when a stage was removed: RELAY_ADOPT_TABLE in `.env`. It is used, and never removed. */
const adopted = process.env.RELAY_ADOPT_TABLE || undefined;

/** The one table. */
export const table = adopted === undefined ? make() : sst.aws.Dynamo.get("Relay", adopted);

/** What an adopted table has not yet, as the commands that give it; undefined where the table is made here. */
export const toSet =
  adopted === undefined
    ? undefined
    : table.nodes.table
        .apply((found) =>
          $util.all([
            found.hashKey,
            found.rangeKey,
            found.localSecondaryIndexes,
            found.globalSecondaryIndexes,
            found.ttl,
            found.pointInTimeRecovery,
            found.deletionProtectionEnabled,
          ]),
        )
        .apply(([hashKey, rangeKey, local, global, ttl, recovery, isProtected]): string[] => {
          const found = {
            name: adopted,
            hashKey,
            rangeKey,
            indexes: [...(local ?? []), ...(global ?? [])].map(({ name }) => name),
            expires: ttl?.enabled === true,
            recovers: recovery?.enabled ?? false,
            isProtected: isProtected === true,
          };
          const why = whyForeign(found);
          if (why !== undefined) throw new Error(why);
          return [...commandsFor(found, production)];
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
