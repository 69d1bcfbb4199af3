import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext } from "../../local/lambda/context.ts";

// Runs in the folder of an unpacked zip, as Lambda does: imports the handler that HANDLER names, and answers what it is
// invoked with. Time can be set, since quotas and retries last longer than tests.
let offset = 0;
const realNow = Date.now.bind(Date);
Date.now = () => realNow() + offset;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget) as Date,
});

export type Invocation = { readonly id: number; readonly event: unknown; readonly offset: number };

export type Returned = { readonly id: number; readonly value?: unknown; readonly error?: string };

const { HANDLER = "", AWS_LAMBDA_FUNCTION_NAME = "", TIMEOUT } = process.env;
const [file, name = ""] = HANDLER.split(".");
const module = (await import(pathToFileURL(join(process.cwd(), `${file}.mjs`)).href)) as Readonly<
  Record<string, Handler>
>;
const handler = module[name];
if (!handler) throw new Error(`${HANDLER} is not exported`);

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

process.on("message", (invocation: Invocation) => {
  offset = invocation.offset;
  const { id, event } = invocation;
  handler(event, createContext(AWS_LAMBDA_FUNCTION_NAME, Number(TIMEOUT) * 1_000)).then(
    (value) => process.send?.({ id, value } satisfies Returned),
    (error: unknown) => process.send?.({ id, error: String(error) } satisfies Returned),
  );
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
