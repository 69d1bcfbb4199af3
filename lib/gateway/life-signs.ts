import { second } from "../base/time.ts";
import type { GatewayStatus } from "../model/gateway-status.ts";
import { lifeSign } from "../qq/callback/life-sign.ts";
import type { GatewayPorts } from "./gateway-ports.ts";

/** Twice as often as the relay writes it down. */
const every = 30 * second;

type LifeSignPorts = Pick<GatewayPorts, "sign" | "take" | "after"> & {
  /** Told whenever the relay answers otherwise than the last time: the status, undefined where no answer came. */
  readonly answered: (status: number | undefined) => void;
};

/** Tells a relay elsewhere that this process lives, for as long as it is connected to QQ. */
export function createLifeSigns({ sign, take, after, answered }: LifeSignPorts) {
  let isOn = false;
  let isBusy = false;
  let cancel: (() => void) | undefined;
  let last: number | undefined = 200;

  const beat = async (): Promise<void> => {
    isBusy = true;
    const status = await take(sign(lifeSign)).catch(() => undefined);
    isBusy = false;
    if (status !== last) answered(status);
    last = status;
    if (isOn) cancel = after(every, begin);
  };
  function begin(): void {
    cancel = undefined;
    void beat();
  }
  const stop = (): void => {
    isOn = false;
    cancel?.();
    cancel = undefined;
  };

  return {
    changed: ({ state }: Pick<GatewayStatus, "state">): void => {
      if (state !== "connected") return stop();
      isOn = true;
      if (!cancel && !isBusy) begin();
    },
    stop,
  };
}
