import { Resource } from "sst";
import type { Env } from "./env.ts";
import { type SceneName, sceneNames } from "../model/scene.ts";

/** What SST may hand a function: the three that every one needs, and the secrets of those that check or send anything. */
type Links = {
  readonly App: { readonly name: string; readonly stage: string };
  readonly Relay: { readonly name: string };
  readonly Wake: Readonly<Record<SceneName | "endpoint", string>>;
} & { readonly [secret: string]: { readonly value?: string } };

/** Routes name their secrets as SST does; QQ's two have names of the environment's own. */
const variables: Readonly<Record<string, string>> = { QqAppId: "QQ_APP_ID", QqAppSecret: "QQ_APP_SECRET" };

/**
 * The environment of a function. In AWS, where SST puts what is linked to it into an encrypted file beside the code, the
 * links are added under the names that the embedded run reads, and a missing one is a fault; elsewhere it is as given.
 */
export function readLinks(env: Env): Env {
  if (env["SST_RESOURCE_App"] === undefined) return env;
  const { App, Relay, Wake, ...secrets } = Resource as unknown as Links;
  return {
    ...env,
    ...Object.fromEntries(Object.entries(secrets).map(([name, { value }]) => [variables[name] ?? name, value])),
    ...Object.fromEntries(sceneNames.map((scene) => [`RELAY_FUNCTION_${scene.toUpperCase()}`, Wake[scene]])),
    RELAY_LAMBDA_ENDPOINT: Wake.endpoint,
    RELAY_TABLE: Relay.name,
    RELAY_METRICS: `${App.name}/${App.stage}`,
  };
}
