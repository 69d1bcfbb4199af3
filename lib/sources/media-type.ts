/** The media type a request declares, in lower case and without parameters; empty when it declares none. */
export function mediaType(headers: Readonly<Record<string, string>>): string {
  return (headers["content-type"] ?? "").split(";", 1).join("").trim().toLowerCase();
}
