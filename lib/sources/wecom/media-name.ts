/** The name of the file that an id stands for; undefined for ids that are none of the relay's. Apart from what makes them, which is loaded at every start. */
export function nameOfMedia(id: string): string | undefined {
  const [, code] = /^relay-([\w-]{1,600})$/.exec(id) ?? [];
  return code && Buffer.from(code, "base64url").toString("utf8").trim();
}
