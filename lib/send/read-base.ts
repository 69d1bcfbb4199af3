/** Hosts that may be spoken to without TLS: a simulator on this machine. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A base address from the settings; throws, naming the setting and the fix, unless it is https or loopback. */
export function readBase(setting: string, text: string): URL {
  const url = URL.parse(text);
  if (!url) throw new Error(`${setting} is not a URL: write it like https://api.bot.qq.com`);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname))) return url;
  throw new Error(
    `${setting} points to ${url.host} without TLS: it must begin with https:// (http:// is for loopback only)`,
  );
}
