import { expect } from "vitest";
import { expectAccessible } from "./support/axe.ts";
import { group, newGroup, person, samplePush } from "./support/console-relay.ts";
import { consoleTest } from "./support/console-test.ts";
import { look, looks } from "./support/looks.ts";

const note = (title: string, level = "info"): string => JSON.stringify({ title, text: "第一行", level });

const push = "xiaoman-lin 向 octo/app:main 推送了 3 个提交";

consoleTest("a pasted push is seen before it is sent, and where it went", { tags: ["smoke"] }, async ({ console }) => {
  const { deliveries, conversation, playground, send, row } = console;
  await deliveries.getByText("还没有投递").waitFor();
  await playground.getByLabel("发到").selectOption("route:ci");
  await playground.getByLabel("请求正文").fill(samplePush);
  await playground.locator(".preview-chat").getByText(push).waitFor();
  await playground.locator(".preview-chat").getByRole("link", { name: "查看" }).waitFor();
  expect(await console.call("deliveries", {})).toMatchObject({ deliveries: [] });

  await send("ci", samplePush);
  await playground.getByText("中继答 202").waitFor();
  await row(push).getByText("已发送").waitFor();
  await conversation.locator(".chat-message", { hasText: "修复登录页在弱网下白屏" }).waitFor();
  await conversation.getByText("本月剩 3 / 4").waitFor();
});

consoleTest(
  "used up pushes say why the next waits and until when, and who speaks gets it",
  { tags: ["smoke"] },
  async ({ console }) => {
    const { page, deliveries, conversation, send, row, choose } = console;
    for (const number of [1, 2, 3, 4]) await console.push("me", note(`通知 ${number}`));
    await conversation.locator(".chat-message", { hasText: "通知 4" }).waitFor();
    for (const number of [5, 6, 7, 8]) await send("me", note(`通知 ${number}`));

    await row("通知 8").getByText("等待").waitFor();
    await row("通知 8").getByText("主动消息用完了，12月1日 00:00 恢复").waitFor();
    await row("通知 8")
      .getByText(/还有 9 天 \d+ 小时/)
      .waitFor();
    await conversation.getByText("本月剩 0 / 4").waitFor();
    await conversation.getByText("12月1日 00:00 恢复").first().waitFor();
    const waiting = conversation.locator(".waiting");
    await waiting.getByRole("button", { name: "4 条在等" }).waitFor();
    await expect.poll(() => waiting.locator(".ghost").allInnerTexts()).toHaveLength(4);
    await choose(deliveries, "在等");
    await expect.poll(() => deliveries.locator(".row").count()).toBe(4);

    await conversation.getByLabel("以用户身份说话").fill("在吗");
    await page.keyboard.press("Enter");
    await conversation.locator(".chat-mine", { hasText: "在吗" }).waitFor();
    await conversation.getByRole("button", { name: "合并消息，讲了 4 条" }).waitFor();
    await conversation.getByText(/还有 59:\d\d/).waitFor();
    await deliveries.getByText("没有符合筛选的投递").waitFor();
    expect(await waiting.count()).toBe(0);

    await conversation.getByRole("button", { name: "合并消息，讲了 4 条" }).click();
    await expect
      .poll(() => deliveries.locator(".row-title").allInnerTexts())
      .toEqual([8, 7, 6, 5].map((number) => `通知 ${number}`));
  },
);

consoleTest("what QQ refused for good is sent again, once its price was told", async ({ console }) => {
  const { page, deliveries, send, row, choose } = console;
  await console.simulate("faults", { times: 1, status: 400, code: 40_034_006 });
  await send("me", note("违规词"));
  const failed = row("违规词");
  await failed.getByText("失败").waitFor();
  await failed.locator(".row-button").click();
  await failed.locator(".timeline").getByText("错误码 40034006").waitFor();
  await failed.getByRole("button", { name: "重发…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 条通知会重新排队").waitFor();
  await dialog.getByText(/那里现在还剩 [34] 条主动消息/).waitFor();
  await dialog.getByRole("button", { name: "重发 1 条" }).click();
  await page.getByText("1 条已重新排队").waitFor();
  await failed.getByText("已发送").first().waitFor();
  expect(await dialog.count()).toBe(0);

  await console.simulate("faults", { times: 2, status: 400, code: 40_034_006 });
  for (const title of ["甲", "乙"]) await send("me", note(title));
  await choose(deliveries, "没送到");
  await expect.poll(() => deliveries.locator(".row").count()).toBe(2);
  await deliveries.getByRole("button", { name: "全部重发…" }).click();
  await dialog.getByText("2 条通知会重新排队").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog.count()).toBe(0);
  await deliveries.getByRole("button", { name: "全部重发…" }).click();
  await dialog.getByRole("button", { name: "重发 2 条" }).click();
  await deliveries.getByText("没有符合筛选的投递").waitFor();
});

consoleTest("a conversation is paired by its code, told there, and let go", async ({ console }) => {
  const { page, conversation, playground, choose, send, row } = console;
  await send("ops", note("等配对"));
  await row("等配对").getByText("还没有哪个会话和它配对").waitFor();
  await choose(playground, "接入");
  const ops = playground.locator(".route", { hasText: "ops" });
  await ops.getByRole("button", { name: "生成配对码" }).click();
  const code = ops.locator(".pairing-code code");
  await ops
    .locator(".pairing-code")
    .getByText(/还有 (?:10:00|9:\d\d)/)
    .waitFor();
  await console.simulate("say", { scene: "group", target: newGroup, text: await code.innerText() });
  await ops.getByText("群 B71D…E8B3").waitFor();
  await expect.poll(() => conversation.getByLabel("会话", { exact: true }).innerText()).toContain("B71D…E8B3");
  await tell(newGroup);
  await row("配好了").getByText("群 B71D…E8B3").waitFor();

  await ops.getByRole("button", { name: "解除" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "解除" }).click();
  await page.getByText("已解除 群 B71D…E8B3").waitFor();
  await ops.getByText("还没有会话和它配对").waitFor();

  async function tell(target: string): Promise<void> {
    await console.push("ops", { title: "配好了" });
    await conversation.getByLabel("会话", { exact: true }).selectOption(`group:${target}`);
    await conversation.locator(".chat-message", { hasText: "配好了" }).waitFor();
  }
});

consoleTest("quiet is asked for and ended, and an address brings a view back", async ({ console }) => {
  const { page, deliveries, conversation, row } = console;
  await console.push("me", note("甲"));
  await console.push("ci", samplePush, { "x-github-event": "push" });
  await row(push).waitFor();
  await conversation.getByLabel("会话", { exact: true }).selectOption(`c2c:${person}`);
  await conversation.getByLabel("静音: 静音多久").selectOption("1h");
  await conversation.getByText("静音到 11:0").waitFor();
  await conversation.getByRole("button", { name: "取消静音" }).click();
  await conversation.getByLabel("静音: 静音多久").waitFor();

  await deliveries.getByLabel("标题或 id").fill("推送了");
  await deliveries.getByLabel("路由").selectOption("ci");
  await expect.poll(() => deliveries.locator(".row").count()).toBe(1);
  await expect
    .poll(() => new URL(page.url()).hash)
    .toBe(`#route=ci&q=${encodeURIComponent("推送了")}&at=c2c%3A${person}`);
  await page.reload();
  await expect.poll(() => deliveries.locator(".row").count()).toBe(1);
  expect(await deliveries.getByLabel("标题或 id").inputValue()).toBe("推送了");
  await conversation.locator(".chat-message", { hasText: "甲" }).waitFor();
  await deliveries.getByLabel("会话").selectOption(`c2c:${person}`);
  await deliveries.getByText("没有符合筛选的投递").waitFor();
  await deliveries.getByRole("button", { name: "清除筛选" }).click();
  await expect.poll(() => deliveries.locator(".row").count()).toBe(2);
});

consoleTest("a long log comes by pages, and each delivery once", async ({ console }) => {
  const { page, deliveries } = console;
  for (let number = 1; number <= 60; number += 1) await console.push("me", note(`第 ${number} 条`));
  await page.reload();
  const rows = deliveries.locator(".row");
  await expect.poll(() => rows.count()).toBe(50);
  await deliveries.getByText("50+ 条").waitFor();
  await console.push("me", note("第 61 条"));
  await expect.poll(() => rows.first().innerText()).toContain("第 61 条");
  expect(await rows.count()).toBe(50);
  await deliveries.getByRole("button", { name: "再看更早的" }).click();
  await expect.poll(() => rows.count()).toBe(61);
  const titles = await deliveries.locator(".row-title").allTextContents();
  expect(titles).toEqual(Array.from({ length: 61 }, (_, at) => `第 ${61 - at} 条`));
});

consoleTest(
  "a page that nobody sees does not listen, and shows all of it when it is seen again",
  async ({ console }) => {
    const { page, conversation, row } = console;
    await console.push("me", note("甲"));
    await conversation.locator(".chat-message", { hasText: "甲" }).waitFor();
    const see = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, "hidden", { configurable: true, value: ${hidden} });
      document.dispatchEvent(new Event("visibilitychange"))`);
    const closed = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/_relay/live"));
    await see(true);
    await closed;
    await console.push("me", note("乙"));
    await console.simulate("say", { scene: "c2c", target: person, text: "在吗" });
    expect(await row("乙").count()).toBe(0);
    await see(false);
    await row("乙").waitFor();
    await conversation.locator(".chat-message", { hasText: "乙" }).waitFor();
    await conversation.locator(".chat-mine", { hasText: "在吗" }).waitFor();
    await conversation.getByText("本月剩 2 / 4").waitFor();
  },
);

consoleTest("senders are told their address, header and secret", async ({ console }) => {
  const { page, playground, choose } = console;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(playground, "接入");
  const route = playground.locator(".route", { hasText: "me" }).first();
  const url = `${console.relay.url}/c2c/me`;
  await route.getByText(url, { exact: true }).waitFor();
  await route
    .getByRole("button", { name: /^复制: / })
    .first()
    .click();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(url);
  expect(await route.getByText("me-secret-0123456789abcdef").count()).toBe(0);
  await route.getByText("curl", { exact: true }).click();
  await route.getByRole("button", { name: "复制 curl" }).first().click();
  expect(await page.evaluate("navigator.clipboard.readText()")).toContain(url);
  await playground.getByLabel("发送方看到的地址").fill("https://relay.example.cn");
  await route.getByText("https://relay.example.cn/c2c/me", { exact: true }).waitFor();
});

consoleTest("language and theme are chosen and kept", async ({ console }) => {
  const { page } = console;
  const html = page.locator("html");
  const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor") as Promise<string>;
  expect(await html.getAttribute("lang")).toBe("zh-CN");
  const light = await background();
  await page.getByRole("button", { name: "语言: English" }).click();
  await page.getByRole("button", { name: "Theme: as the system" }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await expect.poll(background).not.toBe(light);
  await page.reload();
  await page.getByText("No deliveries yet").waitFor();
  expect(await html.getAttribute("lang")).toBe("en");
  expect(await page.title()).toBe("qq-relay console");
  expect(await html.getAttribute("data-theme")).toBe("dark");
  expect(await background()).not.toBe(light);
});

consoleTest("hands on the keyboard reach everything", async ({ console }) => {
  const { page, deliveries } = console;
  for (const title of ["甲", "乙", "丙"]) await console.push("me", note(title));
  await expect.poll(() => deliveries.locator(".row").count()).toBe(3);
  const focused = () => page.evaluate("document.activeElement?.textContent ?? ''") as Promise<string>;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("Tab");
  expect(await focused()).toBe("跳到投递列表");
  await press("/");
  expect(await page.evaluate("document.activeElement?.id")).toBe("deliveries-search");
  await press("ArrowDown");
  expect(await focused()).toContain("丙");
  await press("ArrowDown", "ArrowDown", "ArrowUp");
  expect(await focused()).toContain("乙");
  await press("Enter");
  await deliveries.locator(".row-open .timeline").waitFor();
  await press("Escape");
  expect(await deliveries.locator(".row-open").count()).toBe(0);
  expect(await focused()).toContain("乙");
  await press("2");
  await expect.poll(() => page.evaluate("document.activeElement?.id")).toBe("conversation");
  await press("?");
  await page.getByRole("dialog").getByText("快捷键").waitFor();
  await press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate("document.activeElement?.id")).toBe("conversation");
});

consoleTest("what cannot be sent is said instead", async ({ console }) => {
  const { playground } = console;
  const paste = async (as: string, body: string) => {
    await playground.getByLabel("发到").selectOption(as);
    await playground.getByLabel("请求正文").fill(body);
  };
  await paste("source:github", '{"zen":"Keep it logically awesome."}');
  await playground.getByText("方法、路径、请求头").click();
  await playground.getByLabel("请求头，一行一个").fill("X-GitHub-Event: ping");
  await playground.getByText("什么也不会发").last().waitFor();
  await playground.getByText("选一条路由才能发出").waitFor();
  await paste("route:alerts", "{}");
  await playground.getByText("中继会拒收").waitFor();
  await paste("route:me", JSON.stringify({ title: "温度 <b>高</b>", level: "P9" }));
  await playground.locator(".preview-chat").getByText("温度 <b>高</b>").waitFor();
  await playground.getByText('levels: { "P9": "critical" }').waitFor();
});

consoleTest("when the relay is gone the console says so, and what to do", async ({ console, troubles }) => {
  const { page, relay } = console;
  await relay.stop();
  await page.getByText("npm run relay -- console").first().waitFor();
  troubles.splice(0);
});

consoleTest.for(looks)(
  "everybody can read and use it, $theme at $width px",
  { tags: ["smoke"] },
  async (one, { console }) => {
    const { page, conversation, playground, choose, row } = console;
    await console.push("ci", samplePush, { "x-github-event": "push" });
    for (const level of ["info", "success", "warning", "error", "critical"])
      await console.push("me", note(level, level));
    await console.simulate("faults", { times: 1, status: 400, code: 40_034_006, match: group });
    await console.simulate("say", { scene: "group", target: group, text: "在吗", mention: true });
    await console.push("ci", samplePush.replaceAll("main", "next"), { "x-github-event": "push" });
    await console.push("ops", note("等配对"));
    await look(page, one);
    const isPhone = one.width < 1_100;
    const go = async (pane: string) => {
      if (isPhone) await page.getByRole("navigation").getByRole("button", { name: pane }).click();
    };
    await row("critical").locator(".row-button").click();
    await row("critical").locator(".timeline").waitFor();
    await expectAccessible(page);
    await go("会话");
    await conversation.getByLabel("会话", { exact: true }).selectOption(`c2c:${person}`);
    await conversation.locator(".ghost").first().waitFor();
    await expectAccessible(page);
    await go("试一试");
    await playground.getByLabel("发到").selectOption("route:ci");
    await playground.getByLabel("请求正文").fill(samplePush);
    await playground.locator(".preview-chat").getByText(push).waitFor();
    await expectAccessible(page);
    await choose(playground, "接入");
    await playground.getByRole("button", { name: "显示密钥" }).click();
    await playground.getByText("me-secret-0123456789abcdef").first().waitFor();
    await playground.getByRole("button", { name: "生成配对码" }).click();
    await playground.locator(".pairing-code").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "快捷键" }).click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
  },
);
