import { join } from "node:path";
import { composeStore, type Setup } from "../../lib/compose/common.ts";
import type { Gateway } from "../../lib/gateway/gateway.ts";

/** The session's file in the data folder. */
const sessionFile = "gateway-session.json";

/** The connection to QQ's gateway that brings events to the relay's own `/events`. Loaded only where it is used. */
export async function openGateway(
  setup: Setup,
  { data, eventsUrl }: { readonly data: string | undefined; readonly eventsUrl: string },
): Promise<Gateway> {
  const { composeGateway } = await import("../../lib/compose/gateway.ts");
  return composeGateway({
    ...setup,
    scenes: Object.values(setup.routes).map(({ scene }) => scene),
    eventsUrl,
    sessionFile: data === undefined ? undefined : join(data, sessionFile),
    tokens: composeStore(setup),
  });
}
