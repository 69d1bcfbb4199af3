import type { Family, Meaning } from "./meaning.ts";

/** Codes of calls beside the send path (recall, channel and guild rights, settings) that say "try again" or more than their range. */
export const otherCallCodes = {
  306003: { as: "again" }, // recall: message lookup failed
  306005: { as: "again" }, // recall failed
  306006: { as: "again" }, // recall: channel lookup failed
  306010: { as: "again" }, // recall: internal
  301001: { as: "again" }, // guild lookup failed
  301002: { as: "again" }, // right lookup failed
  301003: { as: "again" }, // right change failed
  301005: { as: "again" }, // internal call failed
  504002: { as: "again" }, // settings: header
  504003: { as: "again" }, // settings: bot id
  504004: { as: "again" }, // settings lookup failed
  610001: { as: "again" }, // guild id
  610002: { as: "again" }, // header
  610003: { as: "again" }, // bot id
  610004: { as: "again" }, // role
  610005: { as: "again" }, // role, internal
  610006: { as: "again" }, // right list lookup failed
  610009: { as: "again" }, // API detail lookup failed
  610011: { as: "again" }, // bot information lookup failed
  610012: { as: "again" }, // pace check failed
  630004: { as: "again" }, // interaction data: store write
  630005: { as: "again" }, // interaction data: store read
  610007: { as: "gone" }, // bot not in the guild
  610013: { as: "rate" }, // pace
  301000: { as: "dead" }, // parameter
  301004: { as: "dead" }, // private channel full
  301007: { as: "dead" }, // too many parameters
  504001: { as: "dead" }, // parameter
  610008: { as: "dead" }, // parameter
  610014: { as: "dead" }, // authorisation link could not be sent
} as const satisfies Family;

/** Families that QQ describes by range: both ends belong to it, and an exact code comes first. */
export const codeRanges = [
  { from: 301_000, to: 301_099, as: "denied" }, // channel rights
  { from: 306_000, to: 306_999, as: "dead" }, // recall
  { from: 504_000, to: 504_999, as: "rate" }, // message frequency
  { from: 610_000, to: 619_999, as: "denied" }, // guild rights
  { from: 630_000, to: 639_999, as: "dead" }, // interactions
  { from: 1_000_000, to: 2_999_999, as: "unsure" }, // sending failed, others
  { from: 3_000_000, to: 3_999_999, as: "dead" }, // edit
] as const satisfies readonly (Meaning & { readonly from: number; readonly to: number })[];
