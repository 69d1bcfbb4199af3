import { answerTo, credentials, load } from "./bot.ts";

type Session = {
  readonly content?: string;
  readonly channelId: string;
  readonly bot: {
    readonly sendMessage: (channel: string, content: string, guild: unknown, options: object) => Promise<unknown>;
  };
};

type App = {
  readonly plugin: (plugin: unknown, config?: object) => unknown;
  readonly on: (event: string, take: (session: Session) => void) => void;
  readonly start: () => Promise<unknown>;
};

type Core = { readonly Context: new () => App; readonly HTTP: unknown };

const { Context, HTTP } = load("@satorijs/core") as Core;
const adapter = load("@satorijs/adapter-qq") as { readonly default: unknown };
const app = new Context();

app.plugin(HTTP);
app.plugin(adapter.default, {
  id: credentials.appId,
  secret: credentials.secret,
  type: "public",
  authType: "bearer",
  protocol: "websocket",
  endpoint: "https://api.sgroup.qq.com/",
  intents: 2 ** 25 + 2 ** 30,
  retryWhen: [],
  manualAcknowledge: false,
  retryTimes: 6,
  retryInterval: 100,
  retryLazy: 1_000,
});
app.on("message", (session) => {
  void session.bot.sendMessage(session.channelId, answerTo(session.content ?? ""), undefined, { session });
});
await app.start();
