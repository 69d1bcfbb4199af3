import { isObject } from "../../base/is-object.ts";
import { isRefusal, type Refusal, refuse } from "../../model/refusal.ts";
import { lookUp } from "../look-up.ts";
import { parseJson } from "../read-json.ts";
import { type Fields, textAt } from "./read-fields.ts";

const states = { ALERT: "alert", ALARM: "alert", OK: "ok", INSUFFICIENT_DATA: "insufficient-data" } as const;

/**
 * What an alert rule's callback says (help.aliyun.com, "使用阈值报警回调"): the state of one rule for one instance. Times as they came;
 * what is not known is empty.
 */
export type Alert = {
  readonly name: string;
  readonly state: (typeof states)[keyof typeof states];
  /** `CRITICAL`, `WARN`, `INFO`, or `OK`. */
  readonly level: string;
  readonly metric: string;
  readonly value: string;
  readonly expression: string;
  readonly instance: string;
  /** What is watched, `instanceId=i-1 device=/dev/vda1`, without the account. */
  readonly dimensions: string;
  /** How long it is so, in CloudMonitor's words: `12分钟`. */
  readonly lasted: string;
  readonly group: string;
  readonly region: string;
  readonly rule: string;
  readonly timestamp: string;
};

/** The callback of an alert rule; its state and its name are all that it must have. */
export function readAlert(fields: Fields): Alert | Refusal {
  const at = (name: string): string => textAt(fields, name);
  if (at("alertName") === "")
    return refuse(
      "invalid",
      "body.alertName: is missing: an alert's callback has one",
      "body.alertName：没有；报警回调都有它",
    );
  const state = lookUp(states, at("alertState").toUpperCase());
  if (!state)
    return refuse(
      "invalid",
      "body.alertState: expected OK, ALERT or INSUFFICIENT_DATA",
      "body.alertState：要 OK、ALERT 或 INSUFFICIENT_DATA",
    );
  const value = at("curValue");
  const unit = at("unit");
  return {
    name: at("alertName"),
    state,
    level: at("triggerLevel"),
    metric: at("metricName") || at("rawMetricName"),
    value: value === "" || value.endsWith(unit) ? value : `${value}${/^[A-Za-z]/.test(unit) ? " " : ""}${unit}`,
    expression: readExpression(fields["expression"]),
    instance: at("instanceName"),
    dimensions: readDimensions(fields["dimensions"]),
    lasted: at("lastTime"),
    group: at("productGroupName"),
    region: at("regionName") || at("regionId"),
    rule: at("ruleId") || at("alertName"),
    timestamp: at("timestamp"),
  };
}

/** `$Average>90`, alone or in a list of rules: `[{"expression":"$Average>90","level":4,"times":2}]`. */
function readExpression(value: unknown): string {
  const rules = fromText(value);
  if (typeof rules === "string") return rules === "null" ? "" : rules.replaceAll("$", "").trim();
  const [first] = [rules].flat();
  return isObject(first) ? textAt(first, "expression").replaceAll("$", "") : "";
}

/** `{instanceId=i-1, userId=1}` as Java writes it, or a list of objects, in JSON or as text of it. */
function readDimensions(value: unknown): string {
  const read = fromText(value);
  const pairs =
    typeof read === "string"
      ? read.replace(/^\{|\}$/g, "").split(/,\s*/)
      : [read]
          .flat()
          .flatMap((each) => (isObject(each) ? Object.keys(each).map((name) => `${name}=${textAt(each, name)}`) : []));
  return pairs
    .filter((pair) => !pair.startsWith("userId=") && pair !== "" && pair !== "null")
    .toSorted()
    .join(" ");
}

/** A member as JSON where it is some in text, else as it is. */
function fromText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim();
  const parsed = /^[[{]/.test(text) ? parseJson(text) : { json: text };
  return isRefusal(parsed) ? text : parsed.json;
}
