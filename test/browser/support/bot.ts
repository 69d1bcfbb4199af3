import type { Said } from "../../../simulator/said.ts";

type Scene = Said["scene"];

const places = { c2c: "/v2/users", group: "/v2/groups", channel: "/channels", dm: "/dms" } as const satisfies Record<
  Scene,
  string
>;

type Answered = { readonly status: number; readonly body: unknown };

/** A bot that speaks when a test says so, by QQ's API of a simulator; it asks the control what was said. */
export function botOf(url: string) {
  const call = async (method: string, path: string, body?: object): Promise<Answered> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: "Bot sim-app.any" },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  const control = (name: string, body: object) => call("POST", `/_sim/${name}`, body);
  const look = async (name: string): Promise<unknown> => (await call("GET", `/_sim/${name}`)).body;
  const send = (scene: Scene, id: string, body: object) => call("POST", `${places[scene]}/${id}/messages`, body);
  return {
    call,
    look,
    send,
    heard: async (scene: Scene, target: string) =>
      (await look(`said?scene=${scene}&target=${target}`)) as readonly Said[],
    /** A conversation as a picture shows it: alerts, a refusal, a person, an answer, a button; from a moment (ms) on. */
    talkOfAMorning: async (start: number) => {
      const at = (minutes: number) => control("clock", { at: new Date(start + minutes * 60_000).toISOString() });
      await at(0);
      await control("settings", { limits: { preset: "published", override: { group: { proactive: 2 } } } });
      await send("group", "G1", {
        msg_type: 2,
        markdown: {
          content: "## 🔴 磁盘将满\n**nas-1** 的 `/data` 已用 97 %\n\n[面板](https://grafana.example.com/d/disk)",
        },
      });
      await send("c2c", "U7", { msg_type: 0, content: "备份完成：42 GB，用时 8 分钟" });
      await send("channel", "C42", { content: "新版本 1.4.2 已上线" });
      await at(2);
      await send("group", "G1", { msg_type: 3, content: " ", ark });
      await at(3);
      await send("group", "G1", { msg_type: 0, content: "octo/app 的构建又失败了" });
      await at(5);
      const { body } = await control("say", { scene: "group", target: "G1", text: "状态", user: "小满" });
      const { msg_id } = body as { readonly msg_id: string };
      const content = "## ✅ 已恢复\n**nas-1** `/data` 71 %，3 条在等：\n\n- 构建失败 2 次\n- 新版本 1.4.2";
      await send("group", "G1", { msg_type: 2, markdown: { content }, keyboard, msg_id, msg_seq: 1 });
      const press = await control("press", { scene: "group", target: "G1", button_id: "1", button_data: "more" });
      await call("PUT", `/interactions/${(press.body as { readonly interaction: string }).interaction}`, { code: 0 });
    },
  };
}

const ark = {
  template_id: 23,
  kv: [
    { key: "#DESC#", value: "GitHub" },
    { key: "#PROMPT#", value: "octo/app 构建失败" },
    {
      key: "#LIST#",
      obj: [
        { obj_kv: [{ key: "desc", value: "octo/app:main 构建失败 · build (2 分 31 秒)" }] },
        {
          obj_kv: [
            { key: "desc", value: "查看" },
            { key: "link", value: "https://github.com/octo/app" },
          ],
        },
      ],
    },
  ],
};

const keyboard = {
  content: {
    rows: [
      {
        buttons: [
          {
            id: "1",
            render_data: { label: "更多", visited_label: "更多", style: 1 },
            action: { type: 1, data: "more", permission: { type: 2 } },
          },
          {
            id: "2",
            render_data: { label: "面板", visited_label: "面板", style: 0 },
            action: { type: 0, data: "https://grafana.example.com", permission: { type: 2 } },
          },
        ],
      },
    ],
  },
};
