import type { Source } from "../model/source.ts";
import { alertmanager } from "./alertmanager.ts";
import { generic } from "./generic.ts";
import { github } from "./github.ts";
import { grafana } from "./grafana.ts";

/** The inbound formats a route may name. A new one is one file and one line. */
export const sources = { github, alertmanager, grafana, generic } as const satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;
