import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Condition, Path } from "../condition.ts";
import type { Item, Value } from "../item.ts";
import type { Update } from "../table.ts";
import { toAttribute, toAttributes } from "./attributes.ts";

/** Names and values of an expression, each under a placeholder: DynamoDB's reserved words are many, and `state` is one. */
type Placeholders = {
  readonly name: (attribute: string) => string;
  readonly value: (value: Value) => string;
  readonly all: () => {
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
  };
};

function createPlaceholders(): Placeholders {
  const names = new Map<string, string>();
  const values: AttributeValue[] = [];
  return {
    name: (attribute) => {
      const known = names.get(attribute) ?? `#${names.size}`;
      names.set(attribute, known);
      return known;
    },
    value: (value) => `:${values.push(toAttribute(value)) - 1}`,
    all: () => ({
      ...(names.size > 0 && { ExpressionAttributeNames: Object.fromEntries([...names].map(([a, b]) => [b, a])) }),
      ...(values.length > 0 && {
        ExpressionAttributeValues: Object.fromEntries(values.map((each, at) => [`:${at}`, each])),
      }),
    }),
  };
}

const signs = { equals: "=", below: "<", atMost: "<=", above: ">" } as const;

const expressPath = (at: Path, { name }: Placeholders): string =>
  typeof at === "string" ? name(at) : at.map((step) => name(step)).join(".");

/** A condition in DynamoDB's language; undefined where there is nothing to hold. */
function expressCondition(condition: Condition, placeholders: Placeholders): string | undefined {
  if (condition.kind === "all" || condition.kind === "any") {
    const parts = condition.of.flatMap((each) => expressCondition(each, placeholders) ?? []);
    return parts.length === 0 ? undefined : `(${parts.join(condition.kind === "all" ? " AND " : " OR ")})`;
  }
  const at = expressPath(condition.at, placeholders);
  switch (condition.kind) {
    case "exists":
      return `attribute_exists(${at})`;
    case "absent":
      return `attribute_not_exists(${at})`;
    case "differs":
      return `(attribute_not_exists(${at}) OR ${at} <> ${placeholders.value(condition.value)})`;
    case "holds":
      return `contains(${at}, ${placeholders.value(condition.member)})`;
    case "sizeBelow":
      return `size(${at}) < ${placeholders.value(condition.value)}`;
    default:
      return `${at} ${signs[condition.kind]} ${placeholders.value(condition.value)}`;
  }
}

/** What a put's condition adds to its command. */
export function expressPut(when: Condition | undefined) {
  const placeholders = createPlaceholders();
  const condition = when && expressCondition(when, placeholders);
  return condition === undefined ? {} : { ConditionExpression: condition, ...placeholders.all() };
}

const defined = (item: Item = {}): readonly (readonly [string, Value])[] =>
  Object.entries(item).filter((entry): entry is [string, Value] => entry[1] !== undefined);

function expressClauses({ set, init, add = {}, remove = [] }: Update, { name, value }: Placeholders): string {
  const sets = [
    ...defined(set).map(([attribute, to]) => `${name(attribute)} = ${value(to)}`),
    ...defined(init).map(([attribute, to]) => `${name(attribute)} = if_not_exists(${name(attribute)}, ${value(to)})`),
  ];
  const adds = Object.entries(add).map(([attribute, more]) => `${name(attribute)} ${value(more)}`);
  const clauses = [
    ["SET", sets],
    ["ADD", adds],
    ["REMOVE", remove.map((attribute) => name(attribute))],
  ] as const;
  return clauses.flatMap(([verb, parts]) => (parts.length > 0 ? [`${verb} ${parts.join(", ")}`] : [])).join(" ");
}

/** An update as its command's input. */
export function expressUpdate(change: Update) {
  const placeholders = createPlaceholders();
  const update = expressClauses(change, placeholders);
  const condition = change.when && expressCondition(change.when, placeholders);
  return {
    Key: toAttributes(change.key),
    ...(change.answer && { ReturnValues: "ALL_NEW" as const }),
    ...(update !== "" && { UpdateExpression: update }),
    ...(condition !== undefined && { ConditionExpression: condition }),
    ...placeholders.all(),
  };
}
