import { isObject } from "../../base/is-object.ts";
import { annotationOf } from "./annotations.ts";
import type { Alert } from "./body.ts";

/** Annotations that hold what was measured. */
const measured = ["value", "current", "current_value", "currentValue", "当前值", "当前"];

/** Values told of one alert. */
const max = 3;

/** What was measured when the alert fired: `95.2%`, `B=6.7`. Empty where nothing tells it. */
export function valuesOf(alert: Alert): string {
  const said = annotationOf(alert, measured);
  if (said !== undefined) return said;
  const values = telling(readValues(alert.values) ?? readValueString(alert));
  return values
    .slice(0, max)
    .map(([name, value]) => (name === "" ? value : `${name}=${value}`))
    .join(" ");
}

type Named = readonly (readonly [name: string, value: string])[];

/** Grafana's results by the name of their query. */
function readValues(values: unknown): Named | undefined {
  if (!isObject(values)) return undefined;
  const numbers = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "number" ? [[name, shown(value)] as const] : [],
  );
  return numbers.length > 0 ? numbers : undefined;
}

const shown = (value: number): string => String(Number(value.toPrecision(6)));

/** The same as older ones write it: `[ var='B0' metric='mem' labels={host=web-1} value=93 ]`; the oldest without `var`, and often with no name. */
function readValueString({ valueString, annotations }: Alert): Named {
  const text = (valueString || (annotations["__value_string__"] ?? "")).slice(0, 2_000);
  return text.split(/\[ (?=var=|metric=)/).flatMap((part) => {
    const name =
      /^(?:var='[^']{0,60}' )?metric='([^']{1,60})'/.exec(part)?.[1] ?? /^var='([^']{1,60})'/.exec(part)?.[1] ?? "";
    const value = /\bvalue=([^\s\]]{1,40})/.exec(part)?.[1];
    if (value === undefined) return [];
    return [[name, Number.isFinite(Number(value)) ? shown(Number(value)) : value] as const];
  });
}

/** A condition's 0 or 1 only repeats that it fires, where something was measured beside it. */
function telling(values: Named): Named {
  const measured = values.filter(([, value]) => value !== "0" && value !== "1");
  return measured.length > 0 ? measured : values;
}
