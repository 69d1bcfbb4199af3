import { expect } from "vitest";
import { begin } from "../simulator/gateway-client.ts";
import { startSimulator } from "../../simulator/server.ts";
import { expectAccessible } from "./support/axe.ts";
import { botOf } from "./support/bot.ts";
import { browserTest } from "./support/browser-test.ts";
import { look, looks } from "./support/looks.ts";
import { writePicture } from "./support/write-picture.ts";

/** A Friday morning, for pictures that are the same whenever they are made. */
const start = Date.parse("2026-11-20T09:30:00+08:00");

const simulatorTest = browserTest
  .extend("sim", async ({}, { onCleanup }) => {
    const sim = await startSimulator({ port: 0, appId: "sim-app", appSecret: "sim-secret-0123456789" });
    onCleanup(sim.stop);
    return sim;
  })
  .extend("bot", ({ sim }) => botOf(sim.url));

simulatorTest(
  "a person speaks, the bot answers, and both are seen as they come",
  { tags: ["smoke"] },
  async ({ page, sim, bot }) => {
    await page.goto(sim.url);
    await page.getByRole("textbox", { name: "说点什么" }).fill("状态");
    await page.keyboard.press("Enter");
    const log = page.getByRole("log");
    await log.getByText("状态").waitFor();
    await log.getByText("没有机器人听到").waitFor();
    const [said] = await bot.heard("group", "G1");
    expect(said).toMatchObject({ text: "状态", mention: true, user: "member-of-G1" });
    await bot.send("group", "G1", { msg_type: 0, content: "一切正常 <b>1</b>", msg_id: said?.msg_id });
    await log.getByText("一切正常 <b>1</b>").waitFor();
    await page.getByText("回复窗口 1/5").waitFor();
  },
);

simulatorTest(
  "a button that is pressed becomes an event; the bot's acknowledgement is seen",
  async ({ page, sim, bot }) => {
    const rows = [
      { buttons: [button("更多", { type: 1, data: "more" }), button("静音", { type: 2, data: "/静音 1h" })] },
    ];
    await bot.send("group", "G1", {
      msg_type: 2,
      markdown: { content: "## 三条在等" },
      keyboard: { content: { rows } },
    });
    await page.goto(sim.url);
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByText("按下按钮 more · 等待机器人确认").waitFor();
    const [press] = (await bot.look("interactions")) as readonly { readonly id: string; readonly type: number }[];
    expect(press).toMatchObject({ type: 11 });
    await bot.call("PUT", `/interactions/${press?.id}`, { code: 0 });
    await page.getByText("按下按钮 more · 机器人已确认 (0)").waitFor();
    await page.getByRole("button", { name: "静音" }).click();
    expect(await page.getByRole("textbox", { name: "说点什么" }).inputValue()).toBe("/静音 1h");
  },
);

simulatorTest("a knob is turned: what is refused bears its code and words", async ({ page, sim, bot }) => {
  await page.goto(`${sim.url}/#c2c/U1`);
  await page.getByRole("textbox", { name: "主动消息条数" }).fill("1");
  await page.getByRole("button", { name: "应用" }).click();
  await page.getByText("0/1").waitFor();
  const text = { msg_type: 0, content: "通知" };
  expect((await bot.send("c2c", "U1", text)).status).toBe(200);
  expect((await bot.send("c2c", "U1", text)).body).toMatchObject({ code: 22009 });
  await page.getByText("22009 msg limit exceed").waitFor();
  await page.getByText("1/1").waitFor();
  await page.getByRole("switch", { name: "接受主动消息" }).uncheck();
  await page.getByText("用户关闭了主动消息").waitFor();
  expect((await bot.send("c2c", "U1", text)).body).toMatchObject({ code: 40054013 });
});

simulatorTest("an audit is decided, a fault is queued, everything is forgotten", async ({ page, sim, bot }) => {
  await page.goto(`${sim.url}/#channel/C1`);
  await page.locator("summary", { hasText: "审核" }).click();
  await page.getByRole("combobox", { name: "审核" }).selectOption({ label: "审核主动消息" });
  await expect.poll(async () => ((await bot.look("settings")) as { audit: unknown }).audit).toBe(true);
  expect((await bot.send("channel", "C1", { content: "待审" })).body).toMatchObject({ code: 304023 });
  await page.getByRole("log").getByRole("button", { name: "通过" }).click();
  await page.locator('[data-state="sent"]').waitFor();

  await page.locator("summary", { hasText: "故障" }).click();
  await page.getByRole("textbox", { name: "错误码" }).fill("304045");
  await page.getByRole("button", { name: "排队" }).click();
  await page.getByText('{"times":1,"code":304045}').waitFor();
  expect((await bot.send("channel", "C1", { content: "失败" })).body).toMatchObject({ code: 304045 });

  await page.locator("summary", { hasText: "重置" }).click();
  await page.getByRole("button", { name: "全部忘掉" }).click();
  await page.getByRole("button", { name: "再按一次确认" }).click();
  await page.getByText("还没有消息").waitFor();
  expect(await bot.look("messages")).toEqual([]);
});

simulatorTest(
  "what the control refuses is told, and a page that lost its simulator says so",
  async ({ page, sim, troubles }) => {
    await page.goto(sim.url);
    await page.locator("summary", { hasText: "故障" }).click();
    await page.getByRole("textbox", { name: "次数", exact: true }).fill("0");
    await page.getByRole("button", { name: "排队" }).click();
    await page.getByRole("alert").getByText("times").waitFor();
    await sim.stop();
    await page.getByText("模拟器没有应答").waitFor();
    expect(troubles.splice(0).length).toBeGreaterThan(0);
  },
);

simulatorTest.for(looks)("it can be read and used, $theme at $width px", async (one, { page, sim, bot }) => {
  await look(page, one);
  await begin(sim.url);
  await bot.talkOfAMorning(start);
  await page.goto(`${sim.url}/#group/G1`);
  await page.getByText("已恢复").waitFor();
  await expectAccessible(page);
  if (one.width === 1280) await writePicture(page, one.theme === "light" ? "simulator" : "simulator-dark");
  const folder = process.env["GALLERY"];
  if (folder) await page.screenshot({ path: `${folder}/sim-${one.theme}-${one.width}.png` });
  await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
  await expectAccessible(page);
  for (const pane of one.width === 390 ? ["旋钮", "会话"] : []) {
    await page.getByRole("button", { name: pane, exact: true }).click();
    await expectAccessible(page);
    if (folder) await page.screenshot({ path: `${folder}/sim-${one.theme}-${one.width}-${pane}.png` });
  }
});

simulatorTest("in English, by the keyboard alone", async ({ page, sim }) => {
  await page.goto(sim.url);
  await page.getByRole("button", { name: "English" }).press("Enter");
  await page.getByRole("textbox", { name: "Say something" }).press("h");
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText("No bot heard it").waitFor();
  await page.getByRole("textbox", { name: "id" }).fill("C9");
  await page.getByRole("combobox", { name: "Scene" }).selectOption("channel");
  await page.getByRole("button", { name: "Open" }).press("Enter");
  await page.getByRole("heading", { name: "Channel C9" }).waitFor();
  expect(new URL(page.url()).hash).toBe("#channel/C9");
  await expectAccessible(page);
});

const button = (label: string, action: object) => ({
  id: label,
  render_data: { label, visited_label: label, style: 1 },
  action: { permission: { type: 2 }, ...action },
});
