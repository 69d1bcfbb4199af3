/** Environment of a process: names to values. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Which bot, and where QQ's API is (hosts of 2026-08; a simulator replaces both). */
export type QqConfig = {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiBase: string;
  readonly tokenUrl: string;
};

/** Reads the bot's settings; what is missing is named with the fix. */
export function readQqConfig(env: Env): QqConfig {
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set: copy it from QQ's console (q.qq.com, 开发管理 › 开发设置)`);
    return value;
  };
  return {
    appId: needed("QQ_APP_ID"),
    appSecret: needed("QQ_APP_SECRET"),
    apiBase: env["QQ_API_BASE"] || "https://api.bot.qq.com",
    tokenUrl: env["QQ_TOKEN_URL"] || "https://api.bot.qq.com/app/getAppAccessToken",
  };
}

/** The table's name, and an endpoint where it is not AWS's own. */
export type TableConfig = { readonly name: string; readonly endpoint: string | undefined };

export const readTableConfig = (env: Env): TableConfig => ({
  name: env["RELAY_TABLE"] || "qq-relay",
  endpoint: env["DYNAMODB_ENDPOINT"] || undefined,
});
