import { isRefusal } from "../../model/refusal.ts";
import { defineFormat } from "../define-format.ts";
import { oneLine } from "../one-line.ts";
import { readLevel } from "../levels/read-level.ts";
import { type Alert, readAlert } from "./alert.ts";
import { type CloudEvent, mapEvent, readEvent } from "./event.ts";
import { mapAlert } from "./map-alert.ts";
import { readFields } from "./read-fields.ts";

type Body = { readonly alert: Alert } | { readonly event: CloudEvent };

/** Alibaba Cloud's CloudMonitor: callbacks of alert rules, and of events. */
export const cloudmonitorFormat = defineFormat<Body>({
  parse: (inbound, { levels }) => {
    const read = readFields(inbound);
    if (isRefusal(read)) return read;
    const event = "alertState" in read.fields ? undefined : readEvent(read.fields);
    if (event) {
      const content = JSON.stringify([event.id, event.name.en, event.status, event.isOver, event.time, event.content]);
      return { event: "event", content, bot: false, body: { event }, ...unknown(event.level, levels) };
    }
    const alert = readAlert(read.fields);
    if (isRefusal(alert)) return alert;
    const { rule, dimensions, instance, state, level, timestamp } = alert;
    return {
      event: "alert",
      action: state,
      content: JSON.stringify([rule, dimensions, instance, state, level, timestamp]),
      bot: false,
      body: { alert },
      ...(state === "alert" && unknown(level, levels)),
    };
  },
  map: ({ body, event }, context) =>
    "alert" in body ? mapAlert(body.alert, event, context) : mapEvent(body.event, event, context),
});

const unknown = (level: string, levels: Parameters<typeof readLevel>[1]): { readonly unknownLevel?: string } =>
  level === "" || readLevel(level, levels) !== undefined ? {} : { unknownLevel: oneLine(level, 60) };
