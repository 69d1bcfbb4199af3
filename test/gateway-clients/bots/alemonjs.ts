import { answerTo, credentials, loadFile } from "./bot.ts";

type Message = { readonly id: string; readonly group_openid: string; readonly content: string };

type Client = {
  readonly QQBotClients: new (config: object) => {
    readonly on: (event: string, take: (message: Message) => void) => void;
    readonly connect: () => Promise<void>;
    readonly groupOpenMessages: (group: string, message: object) => Promise<unknown>;
  };
};

const { QQBotClients } = await loadFile<Client>("@alemonjs/qq-bot/lib/sdk/client.websoket.js");
const { appId: app_id, secret } = credentials;
const bot = new QQBotClients({ app_id, secret, intents: ["GROUP_AND_C2C_EVENT"], shard: [0, 1] });

bot.on("GROUP_AT_MESSAGE_CREATE", ({ id, group_openid: group, content }) => {
  void bot.groupOpenMessages(group, { msg_type: 0, content: answerTo(content), msg_id: id });
});
await bot.connect();
