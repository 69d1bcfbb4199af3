/** A base64 text as clients put it into a URL: encoded once, or with its plus signs lost, or as it is. */
export const unescapeBase64 = (text: string): string =>
  text
    .replace(/%(2b|2f|3d)/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(" ", "+");
