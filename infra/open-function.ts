/** An address that anybody may call, from no browser: the functions check every caller's proof themselves. */
const url = { authorization: "none", cors: false } as const;

/**
 * RELAY_RESERVED_CONCURRENCY in `.env`: so many invocations at once for each of these functions, and no more. Off unless asked for: an
 * account must keep a hundred that nothing reserves, and a new one has ten.
 */
const reserved = Number(process.env.RELAY_RESERVED_CONCURRENCY) || undefined;

/** Other addresses of QQ's API, such as a proxy that QQ's list of allowed addresses has. */
export const qqAddresses: Readonly<Record<string, string>> = Object.fromEntries(
  ["QQ_API_BASE", "QQ_TOKEN_URL"].flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value]] : [];
  }),
);

/** What the functions that anybody may call, and that call QQ, have in common. */
export const openFunction = {
  url,
  ...(reserved !== undefined && { concurrency: { reserved } }),
  environment: qqAddresses,
};
