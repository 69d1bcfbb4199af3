import type { GatewayStatus } from "../../lib/model/gateway-status.ts";

/** Where the relay is that is operated: what is known of it, and can be reached of it, beside its table. */
export type Place = {
  /** In this process, or deployed, with its table alone in reach. */
  readonly mode: "embedded" | "deployed";
  /** The name of a deployed table. */
  readonly table?: string;
  /** The senders' door. */
  readonly url?: string;
  readonly adminUrl?: string;
  /** QQ's simulator, where that stands in for QQ. */
  readonly simulatorUrl?: string;
  /** How the connection to QQ's gateway is; undefined where this process has none. */
  readonly gateway: () => GatewayStatus | undefined;
  /** The value of a secret, where it is known here. */
  readonly secretOf: (name: string) => string | undefined;
};

/** A deployed relay of which nothing is in reach but its table. */
export const deployedPlace = (table?: string): Place => ({
  mode: "deployed",
  ...(table !== undefined && { table }),
  gateway: () => undefined,
  secretOf: () => undefined,
});
