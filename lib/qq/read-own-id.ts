import { type HttpAnswer, readBody, readId } from "./read-body.ts";

/** The bot's own id in QQ's answer to `GET /users/@me`; undefined where there is none. */
export function readOwnId({ status, text }: HttpAnswer): string | undefined {
  const body = readBody(text);
  return status === 200 && body.kind === "json" ? readId(body.json["id"]) : undefined;
}
