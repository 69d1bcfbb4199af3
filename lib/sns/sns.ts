import type { Sns } from "../ports.ts";
import type { SnsOptions } from "./open-sns.ts";

/** SNS's certificates and subscriptions, loaded with the first message: few routes have any. */
export function createSns(options: SnsOptions): Sns {
  let opened: Promise<Sns> | undefined;
  const open = (): Promise<Sns> => (opened ??= import("./open-sns.ts").then(({ openSns }) => openSns(options)));
  return {
    check: async (message, deadline) => (await open()).check(message, deadline),
    confirm: async (subscribeUrl, deadline) => (await open()).confirm(subscribeUrl, deadline),
  };
}
