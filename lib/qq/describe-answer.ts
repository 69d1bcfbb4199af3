import type { QqAnswer } from "../model/outcome.ts";
import type { HttpAnswer, Json } from "./read-body.ts";

/** The codes in a body, `code` before `err_code`: the two may differ, and either may be missing. 0 is no code. */
export const codesIn = (json: Json): readonly number[] =>
  [json["code"], json["err_code"]].map(Number).filter((code) => Number.isSafeInteger(code) && code !== 0);

/** What may be logged and shown of an answer: its status, code, trace id and QQ's own words. */
export function describeAnswer(response: HttpAnswer, json: Json | undefined, code?: number): QqAnswer {
  const message = json ? json["message"] : response.text.trim() && "not QQ's JSON";
  const traceId = headerOf(response, "x-tps-trace-id") ?? json?.["trace_id"];
  return {
    status: response.status,
    ...(code !== undefined && { code }),
    ...(typeof message === "string" && message !== "" && { message: cleanMessage(message) }),
    ...(typeof traceId === "string" && traceId !== "" && { traceId: traceId.slice(0, 100) }),
  };
}

/** QQ's words, cut short and without addresses: a refusal for a URL may repeat the one that was in the content. */
const cleanMessage = (message: string): string =>
  message.slice(0, 1000).replaceAll(address, "…").replaceAll(/\s+/g, " ").trim().slice(0, 200).toWellFormed();

const address = /(?:[a-z]+:\/\/|www\.)[^\s，。；、）」]+|[\p{L}\p{N}_@-]+(?:\.[\p{L}\p{N}_-]+)+[^\s，。；、）」]*/giu;

const headerOf = (response: HttpAnswer, name: string): string | undefined => {
  const [, value] = Object.entries(response.headers ?? {}).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === "string" ? value : value?.[0];
};
