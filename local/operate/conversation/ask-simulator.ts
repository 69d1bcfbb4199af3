import * as z from "zod";
import type { Target } from "../../../lib/model/target.ts";

/** How long (ms) the simulator may take. */
const timeoutMs = 10_000;

const text = z.string().nullish();

const Attempt = z.object({
  at: z.string(),
  status: z.number().nullable(),
  code: z.number().nullable(),
  permit: z.enum(["proactive", "msg", "event"]),
  body: z.unknown(),
  id: text,
  audit_id: text,
  recalled: z.boolean().nullish(),
});

const Spoken = z.object({ at: z.string(), user: text, text: z.string(), msg_id: text });

export type Attempt = z.output<typeof Attempt>;
export type Spoken = z.output<typeof Spoken>;

/** What a conversation is made of in the simulator: every attempt to send there, and what people said, each in order. */
export type Recorded = { readonly attempts: readonly Attempt[]; readonly spoken: readonly Spoken[] };

/** The newest of both, at most so many, where the simulator knows to count; all of them where it does not. */
export async function readSimulator(url: string, { scene, id }: Target, limit: number): Promise<Recorded> {
  const query = new URLSearchParams({ scene, target: id, limit: String(limit) }).toString();
  const [attempts, spoken] = await Promise.all([
    get(url, `messages?${query}`, z.array(Attempt)),
    get(url, `said?${query}`, z.array(Spoken)),
  ]);
  return { attempts: attempts ?? [], spoken: spoken ?? [] };
}

/** What the simulator's control answers to a GET; undefined where it has no such endpoint. */
async function get<Answer>(url: string, path: string, schema: z.ZodType<Answer>): Promise<Answer | undefined> {
  const response = await fetch(`${url}/_sim/${path}`, { signal: AbortSignal.timeout(timeoutMs) });
  const answer: unknown = await response.json();
  return response.status === 404 ? undefined : schema.parse(answer);
}

const Fault = z.object({ error: z.string() });

/** What it answers to a POST, or its sentence on what it would not take. */
export async function postSimulator<Answer>(
  url: string,
  path: string,
  body: object,
  schema: z.ZodType<Answer>,
): Promise<Answer | { readonly fault: string }> {
  const response = await fetch(`${url}/_sim/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer: unknown = await response.json();
  return response.ok ? schema.parse(answer) : { fault: Fault.parse(answer).error };
}
