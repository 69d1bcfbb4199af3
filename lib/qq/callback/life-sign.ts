import type { Json } from "../read-body.ts";

/** What tells our gateway process's heartbeats from QQ's own, whose `d` is a number or null. */
const mark = "gateway";

/** A heartbeat by the callback (op 1), by which the gateway process tells the relay that it is connected. */
export const lifeSign: Uint8Array = Buffer.from(JSON.stringify({ op: 1, d: mark }));

export const isLifeSign = ({ op, d }: Json): boolean => op === 1 && d === mark;
