export type AskInit = {
  readonly method?: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs: number;
};

/** An answer, or why there was none: a code as Node's or `timeout`. */
export type Asked =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly kind: "lost"; readonly code: string };

/** One request, without following redirects. Never throws. */
export type Ask = (url: string, init: AskInit) => Promise<Asked>;

/** By Node's own fetch, which trusts the certificates that browsers do. */
export const askByFetch: Ask = async (url, { timeoutMs, ...init }) => {
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    const text = await readStart(response);
    return { kind: "answer", status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    return { kind: "lost", code: codeOf(error) };
  }
};

/** QQ's answers and ours have some hundred bytes; what a foreign server goes on with is not read. */
const maxBytes = 64 * 1024;

async function readStart({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function codeOf(error: unknown): string {
  const { name, cause } = error as Error & { readonly cause?: unknown };
  if (name === "TimeoutError") return "timeout";
  const { code, errors } = (cause ?? error) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === "string") return code;
  const [first] = errors ?? [];
  return first === undefined ? name : codeOf(first);
}
