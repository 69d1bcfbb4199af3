import { createCipheriv } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** What a component of SST asks its CLI to build. */
export type Build = {
  readonly functionID: string;
  readonly handler: string;
  readonly runtime: string;
  readonly encryptionKey: string;
  readonly links: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
};

/** Bundles a handler (`functions/group.ts`, below `root`) into a folder. */
export type Bundler = (root: string, handler: string, out: string) => Promise<unknown>;

type Builder = { readonly url: string; readonly builds: readonly Build[]; readonly stop: () => void };

/** Answers the calls that SST's components make to its CLI: about the buckets of the region, and to build a function. */
export async function startBuilder(root: string, folder: string, bundle: Bundler): Promise<Builder> {
  const builds: Build[] = [];
  const answer = async (method: string, [build]: readonly Build[]): Promise<unknown> => {
    if (method === "Provider.Aws.Bootstrap") return { asset: "assets", state: "state" };
    if (method !== "Runtime.Build" || !build) throw new Error(`no method ${method}`);
    builds.push(build);
    return buildFunction({ root, out: join(folder, build.functionID), bundle }, build);
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { id, method, params } = JSON.parse(await readText(request)) as Call;
      const result = await answer(method, params).catch((error: unknown) => ({ error: String(error) }));
      // A connection that is kept may end just when it is used again, and nobody asks twice.
      response.setHeader("connection", "close");
      response.end(JSON.stringify({ id, error: null, result }));
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, builds, stop: () => server.close() };
}

type Call = { readonly id: unknown; readonly method: string; readonly params: readonly Build[] };

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

type Place = { readonly root: string; readonly out: string; readonly bundle: Bundler };

async function buildFunction({ root, out, bundle }: Place, { handler, links, encryptionKey }: Build) {
  const source = handler.replace(/\.\w+$/, ".ts");
  const built = { handler: `bundle${extname(handler)}`, out };
  if (!existsSync(join(root, source))) return { ...built, errors: [`Handler not found: ${handler}`], sourcemaps: [] };
  mkdirSync(out, { recursive: true });
  await bundle(root, source, out);
  writeFileSync(join(out, "resource.enc"), encrypt(links, encryptionKey));
  return { ...built, errors: [], sourcemaps: [] };
}

/** The form in which SST's own library reads the links: AES-256-GCM, a nonce of zeros, the tag at the end. */
function encrypt(links: unknown, key: string): Buffer {
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "base64"), Buffer.alloc(12));
  return Buffer.concat([cipher.update(JSON.stringify(links)), cipher.final(), cipher.getAuthTag()]);
}
