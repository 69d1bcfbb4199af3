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

/** The same as its file has it: what is left out is empty, and a body that is no text is sent as JSON. */
export type Given = Pick<Sample, "id" | "source" | "name"> & {
  readonly request: Partial<Omit<Sample["request"], "body">> & { readonly body?: object | string };
};

export function toSample({ request, ...told }: Given): Sample {
  const { method = "POST", path = "", query = "", headers = {}, body = "" } = request;
  const isJson = typeof body === "object";
  return {
    ...told,
    request: {
      method,
      path,
      query,
      headers: { ...(isJson && { "content-type": "application/json" }), ...headers },
      body: isJson ? JSON.stringify(body, undefined, 2) : body,
    },
  };
}
