import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** Calls by DynamoDB's operation: `{ PutItem: 1, Query: 2 }`. */
export type StoreCalls = Readonly<Record<string, number>>;

/** Of each client of HTTP, where it tells of a request, and the request's own word for what DynamoDB is asked. */
const channels: Readonly<Record<string, (request: unknown) => unknown>> = {
  "http.client.request.start": (request) => (request as ClientRequest).getHeader("x-amz-target"),
  "undici:request:create": (request) => {
    const { headers } = request as { readonly headers: readonly string[] };
    return headers[headers.indexOf("x-amz-target") + 1];
  },
};

/** Counts this process's calls to DynamoDB as they leave it, repeats of the client's own included. */
export function countStoreCalls(): () => StoreCalls {
  const calls = new Map<string, number>();
  for (const [channel, targetOf] of Object.entries(channels))
    subscribe(channel, (message) => {
      const { request } = message as { readonly request: unknown };
      const operation = /^DynamoDB_\d+\.(\w+)$/.exec(String(targetOf(request)))?.[1];
      if (operation !== undefined) calls.set(operation, (calls.get(operation) ?? 0) + 1);
    });
  return () => Object.fromEntries(calls);
}

export const sumOfCalls = (calls: StoreCalls): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

export const callsSince = (after: StoreCalls, before: StoreCalls): StoreCalls =>
  Object.fromEntries(Object.entries(after).map(([operation, count]) => [operation, count - (before[operation] ?? 0)]));

/** `1 PutItem, 2 Query` */
export const tellCalls = (calls: StoreCalls): string =>
  Object.entries(calls)
    .filter(([, count]) => count > 0)
    .map(([operation, count]) => `${count} ${operation}`)
    .toSorted((a, b) => a.localeCompare(b))
    .join(", ");
