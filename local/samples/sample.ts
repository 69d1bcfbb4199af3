import type { Said } from "../../lib/model/said.ts";
import type { SourceName } from "../../lib/sources/index.ts";

/** A request as a sender of a source makes it, without what proves it. */
export type Sample = {
  readonly id: string;
  readonly source: SourceName;
  readonly name: Said;
  readonly request: {
    readonly method: "GET" | "POST" | "PUT";
    /** What its sender appends to the route's address. */
    readonly path: string;
    readonly query: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
};

type Given = {
  readonly method?: "GET" | "POST" | "PUT";
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | string;
};

export function sampleOf(id: string, source: SourceName, name: Said, given: Given): Sample {
  const { method = "POST", path = "", query = "", headers = {}, body = "" } = given;
  const isJson = typeof body === "object";
  return {
    id,
    source,
    name,
    request: {
      method,
      path,
      query,
      headers: { ...(isJson && { "content-type": "application/json" }), ...headers },
      body: isJson ? JSON.stringify(body, undefined, 2) : body,
    },
  };
}
