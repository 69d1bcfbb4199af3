import { answerTo, credentials, load } from "./bot.ts";

type Message = { readonly id: string; readonly channel_id: string; readonly content: string };

type Client = {
  readonly createOpenAPI: (config: object) => {
    readonly messageApi: { readonly postMessage: (channel: string, message: object) => Promise<unknown> };
  };
  readonly createWebsocket: (config: object) => {
    readonly on: (event: string, take: (data: { readonly eventType: string; readonly msg: Message }) => void) => void;
  };
};

const { createOpenAPI, createWebsocket } = load("qq-guild-bot") as Client;
const config = { appID: credentials.appId, token: "old", intents: ["PUBLIC_GUILD_MESSAGES"], sandbox: false };
const api = createOpenAPI(config);

createWebsocket(config).on("PUBLIC_GUILD_MESSAGES", ({ eventType, msg }) => {
  if (eventType === "AT_MESSAGE_CREATE")
    void api.messageApi.postMessage(msg.channel_id, { content: answerTo(msg.content), msg_id: msg.id });
});
