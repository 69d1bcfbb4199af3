/** One message for each way to be shown: the properties of a `Bubble`. */
export const bodies = {
  text: {
    body: {
      msg_type: 0,
      content:
        "xiaoman-lin 向 octo/app:main 推送了 3 个提交\ne58a1d7 补充缓存过期的测试\nhttps://github.com/octo/app/compare/a...b。\n<@1234> <qqbot-at-everyone /> <#42> <emoji:4>",
    },
    at: "2026-11-21T10:00:00+08:00",
  },
  escaped: {
    body: { content: "a &lt; b &amp;&amp; <@!99> 看 https://example.com/?a=1&amp;b=2" },
    note: "20/20",
    state: "sent",
  },
  hostile: {
    body: { msg_type: 0, content: "<img src=x onerror=alert(1)> <script>alert(1)</script> javascript:alert(1)" },
    name: "<b>bot</b>",
  },
  markdown: {
    body: {
      msg_type: 2,
      markdown: {
        content:
          "# 磁盘将满\n**nas-1** 用量 *97 %*，~~95 %~~ ***严重***\n第二行\n\n## 详情\n\n- 卷 `/data`\n    - 增长 2 GB/h\n- [面板](https://grafana.example.com/d/a)\n\n1. 清理\n2. 扩容\n\n> 值班：<@1234>\n\n***\n\n![趋势 #320px #160px](https://img.example.com/a.png)\n\n```sh\ndf -h\n```\n<b>不是标记</b> [x](javascript:alert(1)) <https://example.com/a>",
      },
      keyboard: {
        content: {
          rows: [
            {
              buttons: [
                {
                  id: "1",
                  render_data: { label: "查看", visited_label: "已查看", style: 1 },
                  action: { type: 0, data: "https://example.com/a" },
                },
                {
                  id: "2",
                  render_data: { label: "更多", visited_label: "看过了", style: 0 },
                  action: { type: 1, data: "held:42" },
                },
              ],
            },
            {
              buttons: [
                {
                  id: "3",
                  render_data: { label: "静音", style: 3 },
                  action: { type: 2, data: "/mute 1h", enter: true },
                },
                { id: "4", render_data: { label: "确认", style: 4 }, action: { type: 1, data: "ack" } },
                { id: "5", render_data: { label: "脚本", style: 2 }, action: { type: 0, data: "javascript:alert(1)" } },
              ],
            },
          ],
        },
      },
    },
    state: "sent",
    note: "回复 2/5",
  },
  commands: {
    body: {
      msg_type: 2,
      markdown: { content: '请发 <qqbot-cmd-input text="%2F%E6%9B%B4%E5%A4%9A" show="更多" reference="false" />' },
    },
  },
  keyboardTemplate: { body: { msg_type: 2, markdown: { content: "见下" }, keyboard: { id: "102014_1" } } },
  template: { body: { markdown: { custom_template_id: "tpl_1", params: [{ key: "title", values: ["备份完成"] }] } } },
  ark23: {
    body: {
      msg_type: 3,
      content: " ",
      ark: {
        template_id: 23,
        kv: [
          { key: "#DESC#", value: "GitHub" },
          { key: "#PROMPT#", value: "octo/app 构建失败" },
          {
            key: "#LIST#",
            obj: [
              { obj_kv: [{ key: "desc", value: "octo/app 构建失败" }] },
              {
                obj_kv: [
                  { key: "desc", value: "查看" },
                  { key: "link", value: "https://github.com/octo/app" },
                ],
              },
              {
                obj_kv: [
                  { key: "desc", value: "坏链接" },
                  { key: "link", value: "javascript:alert(1)" },
                ],
              },
            ],
          },
        ],
      },
    },
  },
  ark24: {
    body: {
      msg_type: 3,
      ark: {
        template_id: 24,
        kv: [
          { key: "#DESC#", value: "Grafana" },
          { key: "#PROMPT#", value: "CPU 过高" },
          { key: "#TITLE#", value: "CPU 过高" },
          { key: "#METADESC#", value: "node-1 97 % · node-2 93 %" },
          { key: "#IMG#", value: "https://img.example.com/cpu.png" },
          { key: "#LINK#", value: "https://grafana.example.com" },
          { key: "#SUBTITLE#", value: "Grafana" },
        ],
      },
    },
  },
  ark37: {
    body: {
      ark: {
        template_id: 37,
        kv: [
          { key: "#PROMPT#", value: "p" },
          { key: "#METATITLE#", value: "月报" },
          { key: "#METASUBTITLE#", value: "十一月" },
          { key: "#METACOVER#", value: "https://img.example.com/cover.png" },
          { key: "#METAURL#", value: "https://example.com/report" },
        ],
      },
    },
  },
  ownArk: {
    body: {
      ark: {
        template_id: 9001,
        kv: [
          { key: "#A#", value: "一" },
          { key: "#B#", obj: [{ obj_kv: [{ key: "k", value: "v" }] }] },
        ],
      },
    },
  },
  embed: {
    body: {
      embed: {
        title: "备份完成",
        prompt: "备份完成",
        thumbnail: { url: "https://img.example.com/t.png" },
        fields: [{ name: "42 GB" }, { name: "8 分钟" }],
      },
    },
  },
  picture: { body: { content: "截图", image: "https://img.example.com/shot.png" } },
  file: { body: { content: "字节", file_image: { name: "shot.png", size: 9, type: "image/png" } } },
  uploaded: {
    body: { msg_type: 7, content: " ", media: { file_info: "b3BhcXVl" } },
    picture:
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  },
  uploadedBefore: { body: { msg_type: 7, content: "图", media: { file_info: "b3BhcXVl" } } },
  pieces: { body: { content_type: "markdown", content_raw: "**一段** 一段", input_state: 10 } },
  reply: { body: { content: "好", message_reference: { message_id: "ROBOT1.0_abc" } } },
  typing: { body: { msg_type: 6, input_notify: { input_type: 1, input_second: 5 } } },
  refused: { body: { msg_type: 0, content: "再来一条" }, state: "refused", note: "22009 msg limit exceed" },
  waiting: { body: { msg_type: 0, content: "等窗口" }, state: "waiting", note: "12 月 1 日 00:00" },
  audit: { body: { content: "审核" }, state: "audit" },
  recalled: { body: { content: "撤回了" }, state: "recalled" },
  lost: { body: { msg_type: 0, content: "没有应答" }, state: "lost" },
  malformed: { body: "{not json" },
  odd: { body: { msg_type: 2, markdown: [1], keyboard: "x", ark: 7 } },
} as const;
