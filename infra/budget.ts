import { nameOf } from "./name.ts";

/** What the whole account may cost a month, in USD: RELAY_BUDGET_USD in `.env`. AWS looks at it a few times a day. */
const limit = process.env.RELAY_BUDGET_USD;

const email = process.env.RELAY_ALARM_EMAIL;

/** When AWS writes: most of it is spent, or by this pace all of it will be. In percent. */
const notices = [
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;

if (limit && email) {
  new aws.budgets.Budget("Budget", {
    name: nameOf("budget"),
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: limit,
    limitUnit: "USD",
    notifications: notices.map((notice) => ({
      ...notice,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
      subscriberEmailAddresses: [email],
    })),
  });
}
