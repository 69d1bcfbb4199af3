import { answerTo, credentials, load } from "./bot.ts";

type Message = { readonly raw_message: string; readonly reply: (content: string) => Promise<unknown> };

type Client = {
  readonly Bot: new (config: object) => {
    readonly on: (event: string, take: (message: Message) => void) => void;
    readonly start: () => Promise<unknown>;
  };
};

const { Bot } = load("qq-official-bot") as Client;
const { appId: appid, secret } = credentials;
const bot = new Bot({ appid, secret, intents: ["GROUP_AND_C2C_EVENT"], mode: "websocket", removeAt: true });

bot.on("message.group", (message) => void message.reply(answerTo(message.raw_message)));
await bot.start();
