import type { Answer, Binding, CallName, PairingCode, Request } from "./calls.ts";

/** Why something asked for did not come: the relay's own sentence in both languages, or `unreachable` where nothing answered. */
export type Failure = { readonly error: string; readonly message: string };

export const isFailure = (answer: object): answer is Failure => "error" in answer && "message" in answer;

/** Asks the relay for an operation. Never throws: what goes wrong is a `Failure`. */
export const ask = <Name extends CallName>(name: Name, request: Request<Name>): Promise<Answer<Name> | Failure> =>
  fetchJson(`/_relay/operate/${name}`, request);

/** A one-time code for a route whose conversations are paired from inside QQ. */
export const askForCode = (route: string): Promise<PairingCode | Failure> => fetchJson("/_relay/pair", { route });

/** Which conversations are paired, with all routes that have pairings. */
export const askBindings = (): Promise<readonly Binding[] | Failure> => fetchJson("/_relay/bindings");

async function fetchJson<Told>(path: string, request?: object): Promise<Told | Failure> {
  const options: RequestInit =
    request === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) };
  try {
    const response = await fetch(path, options);
    return (await response.json()) as Told | Failure;
  } catch {
    return { error: "unreachable", message: "" };
  }
}
