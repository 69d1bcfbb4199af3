/** Stands in a redirect for the page that it is to lead to. */
export const redirectMark = "{url}";

/** Host of a redirect such as `https://r.example.cn/go?to={url}`; undefined when the text is none. */
export function redirectHost(text: string): string | undefined {
  const [before, after, more] = text.split(redirectMark);
  if (before === undefined || after === undefined || more !== undefined || /[^!-~]|["'<>\\`]/.test(text))
    return undefined;
  const url = URL.parse(`${before}x${after}`);
  const isPage = url !== null && ["http:", "https:"].includes(url.protocol) && !url.username && !url.password;
  const isInHost = url?.host !== URL.parse(`${before}y${after}`)?.host;
  return isPage && !isInHost ? url.hostname : undefined;
}
