import { formatTable } from "../table.ts";
import type { Figures } from "./figures.ts";
import { type RelayName, relayNames } from "./relays.ts";
import type { Result } from "./simulate.ts";
import { tellRatio, tellShare, tellSpan } from "./tell.ts";

const labels = {
  push: "naive: push",
  "push-or-reply": "naive: push or reply",
  default: "qq-relay: defaults",
  digest: "qq-relay: reserve 1, digestAt 09:00",
  critical: "qq-relay: proactive critical",
} as const satisfies Record<RelayName, string>;

const head = [
  "relay",
  "told",
  "worded/summed/folded",
  "counted/held",
  "median",
  "p95",
  "messages",
  "a notice",
  "at night",
  "refused",
  "critical late/never",
];

/** A table a scenario, for a terminal. */
export const printText = (results: readonly Result[]): string =>
  results
    .map(({ scene, presets, notices, speeches, relays }) =>
      formatTable(
        `${scene}, limits ${presets.join(" and ")}: ${notices} notices accepted, ${speeches} times someone spoke`,
        head,
        relayNames.map((name) => [labels[name], ...cells(relays[name])]),
      ),
    )
    .join("\n");

const cells = ({ ends, critical, ...figures }: Figures): readonly string[] => [
  tellShare(figures.toldShare),
  `${ends.told}/${ends.summed}/${ends.folded}`,
  `${ends.counted}/${ends.held}`,
  tellSpan(figures.medianDelay),
  tellSpan(figures.p95Delay),
  String(figures.messages),
  tellRatio(figures.messagesPerNotice),
  String(figures.atNight),
  String(figures.refused),
  `${critical.late}/${critical.never} of ${critical.accepted}`,
];
