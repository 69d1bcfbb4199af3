import { isObject } from "../../base/is-object.ts";
import { readMultipart } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { jsonIn } from "../monitor/fields.ts";
import { parseJson, readJson } from "../read-json.ts";

/** The object that it sends, however it does: as JSON, in the field `data` of a form, or in parts in a query. */
export function readBody(inbound: Inbound): { readonly json: unknown } | Refusal {
  const { method, query, body, headers } = inbound;
  if (method === "GET") {
    const { msg, heartbeat, monitor } = query;
    return { json: { msg, heartbeat: jsonIn(heartbeat), monitor: jsonIn(monitor) } };
  }
  const form = readMultipart(body, headers["content-type"]);
  const read = form ? readData(form["data"]) : readJson(body);
  if (isRefusal(read) || isObject(read.json)) return read;
  return refuse("invalid", "body: expected a JSON object", "body：应为 JSON 对象");
}

const readData = (data: string | undefined): ReturnType<typeof parseJson> =>
  data === undefined
    ? refuse(
        "invalid",
        "body.data: missing; Uptime Kuma’s form puts its JSON there",
        "body.data：没有；Uptime Kuma 的表单把 JSON 放在这里",
      )
    : parseJson(data);
