import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { absent, all, type Condition, exists } from "../condition.ts";
import type { Item, Value } from "../item.ts";
import type { Update } from "../table.ts";
import { toAttribute, toAttributes } from "./attributes.ts";
import { simplify } from "./simplify.ts";

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

function express(condition: Condition, placeholders: Placeholders): string {
  if (condition.kind === "all" || condition.kind === "any")
    return `(${condition.of.map((each) => express(each, placeholders)).join(condition.kind === "all" ? " AND " : " OR ")})`;
  const { name, value } = placeholders;
  const at = typeof condition.at === "string" ? name(condition.at) : condition.at.map(name).join(".");
  switch (condition.kind) {
    case "exists":
      return `attribute_exists(${at})`;
    case "absent":
      return `attribute_not_exists(${at})`;
    case "differs":
      return `(attribute_not_exists(${at}) OR ${at} <> ${placeholders.value(condition.value)})`;
    case "holds":
      return `(${isSet(at, placeholders)} AND contains(${at}, ${value(condition.member)}))`;
    case "sizeBelow":
      return `(${isSet(at, placeholders)} AND size(${at}) < ${value(condition.value)})`;
    default:
      return `${at} ${signs[condition.kind]} ${value(condition.value)}`;
  }
}

/** A text contains texts too, and everything has a size. */
const isSet = (at: string, { value }: Placeholders): string => `attribute_type(${at}, ${value("SS")})`;

/** A condition in DynamoDB's language; undefined where there is nothing to hold. */
function expressCondition(when: Condition | undefined, placeholders: Placeholders): string | undefined {
  const condition = when === undefined || simplify(when);
  if (condition === true) return undefined;
  return express(condition === false ? never : condition, placeholders);
}

const never: Condition = all(exists("pk"), absent("pk"));

/** What a put's condition adds to its command. */
export function expressPut(when: Condition | undefined) {
  const placeholders = createPlaceholders();
  const condition = expressCondition(when, placeholders);
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
  const condition = expressCondition(change.when, placeholders);
  return {
    Key: toAttributes(change.key),
    ...(change.answer && { ReturnValues: "ALL_NEW" as const }),
    ...(update !== "" && { UpdateExpression: update }),
    ...(condition !== undefined && { ConditionExpression: condition }),
    ...placeholders.all(),
  };
}
