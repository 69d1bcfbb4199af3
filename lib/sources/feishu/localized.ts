import { isObject } from "../../base/is-object.ts";
import { member } from "../facade/members.ts";

/** What is written in several languages (`{ zh_cn: …, en_us: … }`) in one: Chinese, English, or else the first. */
export const localized = (value: unknown): unknown =>
  member(value, "zh_cn") ?? member(value, "en_us") ?? (isObject(value) ? Object.values(value)[0] : undefined);
