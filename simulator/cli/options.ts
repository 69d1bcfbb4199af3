/** An option of the command line, the environment variable that says the same, and what is so where neither is given. */
type Option = {
  readonly variable: string;
  /** What stands behind it. */
  readonly value: string;
  readonly usual: string;
  readonly about: string;
};

/** A flag wins over its variable. */
export const options = {
  port: {
    variable: "SIM_PORT",
    value: "N",
    usual: "8788",
    about: "端口，0 为任一空闲端口 / the port; 0: any that is free",
  },
  callback: {
    variable: "RELAY_EVENTS_URL",
    value: "URL",
    usual: "",
    about: "回调地址；不设则事件走网关 / where events are posted; without it they go by the gateway",
  },
  "app-id": { variable: "QQ_APP_ID", value: "ID", usual: "sim-app", about: "机器人的 AppID / the bot's AppID" },
  "app-secret": {
    variable: "QQ_APP_SECRET",
    value: "SECRET",
    usual: "sim-secret-0123456789",
    about: "机器人的 AppSecret / the bot's AppSecret",
  },
  hosts: {
    variable: "SIM_HOSTS",
    value: "A,B",
    usual: "",
    about: "除本机名以外可用的主机名 / names by which it may be reached besides this machine's",
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;
