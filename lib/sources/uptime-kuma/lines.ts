import type { MapContext } from "../../model/source.ts";
import { someLines } from "../monitor/some-lines.ts";
import { tellLength } from "../times.ts";
import { type KumaBody, readTime, type State } from "./body.ts";
import { words } from "./words.ts";

/** What a beat tells beside how its monitor stands: how the check went, how long it was down, where it is. */
export function linesOf(body: KumaBody, state: State, context: MapContext): readonly (string | undefined)[] {
  const [first = "", ...more] = someLines(body.heartbeat?.msg, 3);
  const isUp = state === "up";
  return [
    isUp ? withPing(first, body, context) : first,
    ...more,
    isUp ? tellDowntime(body, context) : undefined,
    placeOf(body, context),
  ];
}

function withPing(text: string, { heartbeat }: KumaBody, { language }: MapContext): string {
  const ping = heartbeat?.ping;
  return ping == null || text === "" ? text : words[language].answered(text, ping);
}

function tellDowntime({ heartbeat }: KumaBody, { language }: MapContext): string | undefined {
  const [start, end] = [readTime(heartbeat?.lastDownTime), readTime(heartbeat?.time)];
  if (!start || !end || start >= end) return undefined;
  return words[language].wasDown(tellLength(end.getTime() - start.getTime(), language));
}

/** Where a monitor that asks no page has its service. */
function placeOf({ monitor }: KumaBody, { language }: MapContext): string | undefined {
  if (!monitor?.hostname) return undefined;
  return words[language].address(monitor.port ? `${monitor.hostname}:${monitor.port}` : monitor.hostname);
}
