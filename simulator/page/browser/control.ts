/** What a call of the simulator's control came to; `error` names the field at fault, or says that nobody answered. */
export type Answered<Body> = { readonly body: Body; readonly error?: never } | { readonly error: string };

/** Calls the simulator's control: `say`, `settings` … */
export async function post<Body = unknown>(name: string, body: object): Promise<Answered<Body>> {
  try {
    const response = await fetch(`/_sim/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const read: unknown = await response.json();
    if (response.ok) return { body: read as Body };
    return { error: (read as { readonly error?: string }).error ?? String(response.status) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
