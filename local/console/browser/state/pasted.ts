import type { Method, PlayRequest } from "../api/calls.ts";

/** A request as it is edited: every part as text. */
export type Pasted = {
  readonly method: Method;
  readonly path: string;
  readonly query: string;
  /** `Name: value`, a line each. */
  readonly headers: string;
  readonly body: string;
};

export const emptyPasted: Pasted = { method: "POST", path: "", query: "", headers: "", body: "" };

/** The request that was pasted. Lines of headers without a colon say nothing. */
export function requestOfPasted({ method, path, query, headers, body }: Pasted): PlayRequest {
  const named = headers.split("\n").flatMap((line) => {
    const [, name = "", value = ""] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    return name === "" ? [] : [[name.toLowerCase(), value] as const];
  });
  return {
    method,
    ...(path !== "" && { path }),
    ...(query !== "" && { query }),
    ...(named.length > 0 && { headers: Object.fromEntries(named) }),
    body,
  };
}

/** A sample's request, to be edited: JSON is laid out. */
export function pastedOf({ method = "POST", path = "", query = "", headers = {}, body = "" }: PlayRequest): Pasted {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return { method, path, query, headers: lines.join("\n"), body: layOut(body) };
}

/** JSON with an indent, where that changes nothing of what it says; any other text as it is. */
export function layOut(text: string): string {
  try {
    const laidOut = JSON.stringify(JSON.parse(text), undefined, 2);
    return bare(laidOut) === bare(text) ? laidOut : text;
  } catch {
    return text;
  }
}

/** Without white space, that within texts too: large numbers and repeated names would be lost by a parse. */
const bare = (text: string): string => text.replaceAll(/\s+/g, "");
