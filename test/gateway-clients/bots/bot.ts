import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the clients are installed. */
const folder = process.env["CLIENTS"] ?? "";

export const credentials = { appId: "sim-app", secret: "sim-secret-0123456789" };

/** A client as CommonJS; its types are what a bot says of it. */
export const load = (name: string): unknown => createRequire(join(folder, "package.json"))(name);

/** One module of a client's that its package does not export. */
export const loadFile = async <Client>(path: string): Promise<Client> =>
  (await import(pathToFileURL(join(folder, "node_modules", path)).href)) as Client;

/** What every bot here answers. */
export const answerTo = (content: string): string => `echo: ${content.replaceAll(/<[^>]*>/g, "").trim()}`;
