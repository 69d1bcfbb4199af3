import type { Trouble } from "../../model/gateway-status.ts";
import type { Refused } from "../read-token.ts";

/** What a code says of the bot or of this machine, where it is more than "no". */
const troubles: Readonly<Record<number, Trouble>> = {
  11298: "allow-list",
  40023002: "allow-list",
  11265: "banned",
  100007: "credentials",
  11241: "credentials",
  11243: "credentials",
  11244: "credentials",
  11251: "credentials",
  11261: "credentials",
  11275: "credentials",
  100016: "credentials",
};

/** Why QQ's API does not say where the gateway is, or hands out no token. Without a status nothing answered. */
export function troubleOf({ as, answer }: Refused, of: "token" | "address"): Trouble {
  const told = troubles[answer.code ?? 0];
  if (told) return told;
  if (answer.status === undefined) return "network";
  const isOfBot = as === "config" && (of === "token" || answer.status === 401);
  return isOfBot ? "credentials" : "api";
}
