import { options } from "./options.ts";

export type Greeted = {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly eventsUrl: string | undefined;
};

/** What it prints at the start: its page, and the lines by which a bot takes it for QQ. A secret of one's own is not printed. */
export function greeting({ url, appId, appSecret, eventsUrl }: Greeted): string {
  const isUsual = appSecret === options["app-secret"].usual;
  return `QQ 模拟器 / QQ simulator: ${url}  app id: ${appId}

在浏览器打开 / open in a browser: ${url}/

把机器人指向这里 / to point a bot here:
QQ_APP_ID=${appId}
${isUsual ? `QQ_APP_SECRET=${appSecret}` : "# QQ_APP_SECRET: 与启动时相同 / as this was started with"}
QQ_API_BASE=${url}
QQ_TOKEN_URL=${url}/app/getAppAccessToken

${eventsUrl === undefined ? "事件走网关；要走回调请加 --callback URL / events go by the gateway; by callback with --callback URL" : `事件回调到 / events are posted to ${eventsUrl}`}`;
}
