import { parentPort, workerData } from "node:worker_threads";
import { judgedRelays } from "../relays.ts";
import { simulate } from "../simulate.ts";
import type { Chance } from "../timeline.ts";

/** A thread of `all.ts`: one shape by one seed. */
parentPort?.postMessage(await simulate(workerData as Chance, judgedRelays));
