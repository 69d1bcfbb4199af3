import { join } from "node:path";
import type { Setup } from "../../lib/compose/common.ts";
import { composeStore } from "../../lib/compose/store.ts";
import { takeByListening } from "../../lib/compose/take-event.ts";
import type { Gateway } from "../../lib/gateway/gateway.ts";
import type { EventsRelay } from "../../lib/http/relay.ts";

/** The session's file in the data folder. */
const sessionFile = "gateway-session.json";

/** The connection to QQ's gateway that brings events to this relay. Loaded only where it is used. */
export async function openGateway(
  setup: Setup,
  { data, events }: { readonly data: string | undefined; readonly events: EventsRelay },
): Promise<Gateway> {
  const { composeGateway } = await import("../../lib/compose/gateway.ts");
  return composeGateway({
    ...setup,
    scenes: Object.values(setup.routes).map(({ scene }) => scene),
    take: takeByListening(events),
    sessionFile: data === undefined ? undefined : join(data, sessionFile),
    tokens: composeStore(setup),
  });
}
