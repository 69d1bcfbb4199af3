import { second } from "../base/time.ts";
import { topFields } from "../base/top-fields.ts";
import type { SignedTime } from "../model/hmac.ts";
import type { Inbound } from "../model/inbound.ts";
import { type Proof, problem } from "./proof.ts";

/** A body longer than this (bytes) is not read for a time before it is proved. */
const maxBytes = 1_024 * 1_024;

const units = {
  s: { ms: second, digits: /^[1-9]\d{9}$/, en: "seconds of the epoch, ten digits", zh: "1970 年以来的秒数，十位数字" },
  ms: {
    ms: 1,
    digits: /^[1-9]\d{12}$/,
    en: "milliseconds of the epoch, 13 digits",
    zh: "1970 年以来的毫秒数，13 位数字",
  },
} as const;

/** A fresh time in the digits that were signed, by the name of its place. */
export type ReadTime = { readonly kind: "time"; readonly text: string; readonly name: string };

type Place = { readonly name: string; readonly value: string | undefined };

/** `signature` is the header that carries the signature, with its value. */
function find(time: SignedTime, inbound: Inbound, signature: Place): Place {
  if ("header" in time) return { name: time.header, value: inbound.headers[time.header.toLowerCase()] };
  if ("part" in time) {
    const parts = (signature.value ?? "").split(",").map((part) => part.trim());
    const found = parts.find((part) => part.startsWith(`${time.part}=`));
    return { name: `${time.part}= in ${signature.name}`, value: found?.slice(time.part.length + 1) };
  }
  const value = topFields(inbound, maxBytes).get(time.field);
  return { name: `body.${time.field}`, value: value === undefined ? undefined : JSON.stringify(value) };
}

/** Reads the time of a signature: undefined where there is none and need not be, a problem where it is not fresh. */
export function readTime(
  time: SignedTime,
  inbound: Inbound,
  signature: Place,
): ReadTime | Extract<Proof, { kind: "problem" }> | undefined {
  const { name, value } = find(time, inbound, signature);
  if (value === undefined) return time.isOptional ? undefined : missing("header" in time ? `${name} header` : name);
  const unit = units[time.unit];
  if (!unit.digits.test(value))
    return problem(`${name} is malformed: expected ${unit.en}`, `${name} 格式不对：要 ${unit.zh}`);
  const age = Math.abs(inbound.at.getTime() - Number(value) * unit.ms) / second;
  if (age <= time.tolerance) return { kind: "time", text: value, name };
  const { en, zh } = problem(
    `stale timestamp: ${name} is ${Math.round(age)} s away from the relay's clock, ${time.tolerance} s are allowed`,
    `时间戳过期：${name} 和中继的时钟差 ${Math.round(age)} 秒，最多允许 ${time.tolerance} 秒`,
  );
  return { kind: "problem", en, zh, isStale: true };
}

const missing = (name: string): Extract<Proof, { kind: "problem" }> =>
  problem(`no ${name}, which the signature needs: send it`, `没有 ${name}，而签名要用到它：请带上`);
