import { expect, it } from "vitest";
import { day, minute } from "../../../lib/base/time.ts";
import { scenes } from "../../../lib/model/scene.ts";
import type { Language } from "../../../lib/model/language.ts";
import { gatewayBackNotice, gatewaySilentNotice } from "../../../lib/render/words/gateway-life-notice.ts";
import { sayGatewayLife } from "../../../lib/render/words/gateway-life-words.ts";
import { sizeLimits } from "../../../lib/render/style/limits.ts";
import { noon } from "../../support/build.ts";
import { render } from "../../support/render.ts";
import { styleOf } from "../../support/styles.ts";

const show = (make: typeof gatewaySilentNotice, language: Language, since: number): string => {
  const style = styleOf("text", { language, wire: scenes.c2c.wire, limit: sizeLimits.c2c });
  const message = render([make(since, { language, timeZone: "Asia/Shanghai" }, noon)], style);
  return message.form === "text" ? message.content : "";
};

it("a silence reads as it should", () => {
  expect(show(gatewaySilentNotice, "zh", noon - 5 * minute)).toMatchInlineSnapshot(`
    "❌ 网关进程超过 5 分钟没有动静
    最后一次是 今天 11:55。在它恢复之前收不到 QQ 的事件：对机器人说话没有回应，积压的通知也没有回复可用
    怎么办：看它是不是还在运行，它的日志会说明连不上 QQ 或中继的原因"
  `);
  expect(show(gatewaySilentNotice, "en", noon - day)).toMatchInlineSnapshot(`
    "❌ The gateway process has been silent for over 5 minutes
    It was last seen at 12:00 on Nov 20. Until it is back no event of QQ's arrives: the bot does not answer, and what waits has no replies to go by
    What to do: see that it runs; its log says why it cannot reach QQ or the relay"
  `);
});

it("its end reads as it should", () => {
  expect(show(gatewayBackNotice, "zh", noon - day)).toMatchInlineSnapshot(`
    "✅ 网关进程恢复了，又能收到 QQ 的事件
    从 11月20日 12:00 起没有动静；期间的事件 QQ 会补发，也可能有缺"
  `);
  expect(show(gatewayBackNotice, "en", noon - 5 * minute)).toMatchInlineSnapshot(`
    "✅ The gateway process is back, QQ's events arrive again
    It had been silent since 11:55 today; QQ sends again what came meanwhile, though some may be missing"
  `);
});

it("people at the relay are told which it is", () => {
  expect(sayGatewayLife(true).zh).toContain("超过 5 分钟没有动静");
  expect(sayGatewayLife(false).en).toContain("is connected to QQ");
});
