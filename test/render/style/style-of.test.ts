import { describe, expect, test } from "vitest";
import type { Delivery } from "../../../lib/model/delivery.ts";
import type { Routes } from "../../../lib/model/route.ts";
import { sceneNames } from "../../../lib/model/scene.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { imageOf } from "../../../lib/render/page/image-of.ts";
import { render } from "../../support/render.ts";
import { styleOf } from "../../../lib/render/style/style-of.ts";
import { delivery, notice } from "../../support/build.ts";
import { contentOf } from "../../support/content-of.ts";
import { styleOf as styleFor } from "../../support/styles.ts";

const kv = () => [];
const params = () => ({});

const routes: Routes = Object.fromEntries(
  Object.entries({
    plain: {},
    md: { form: "markdown", buttons: true },
    md2: { form: "markdown" },
    ark: { form: "ark", ark: 24 },
    custom: { form: "ark", ark: { template: 1001, kv } },
    template: { form: "markdown", template: { id: "T1", params } },
    hidden: { links: "strip" },
    kept: { links: "keep" },
    oncall: { mention: { critical: ["1", "2"], error: ["2", "3"] } },
    boss: { mention: { critical: ["9", "1"] } },
  } as const).map(([id, route]) => [id, { scene: "group", source: "generic", open: true, to: ["G1"], ...route }]),
);

const from = (route: string, more: Partial<Delivery> = {}): Delivery =>
  delivery({ route, form: routes[route]?.form ?? "text", ...more });

const at = (level: "info" | "error" | "critical") => ({ notice: notice({ level }) });

const answer = delivery({ answers: { kind: "msg", id: "M1" } });

const style = (deliveries: readonly Delivery[], settings = {}) =>
  styleOf("group", { ...defaultSettings, ...settings }, deliveries, routes);

describe("the form", () => {
  test.each([
    ["one", [from("md")], { form: "markdown", buttons: true }],
    ["two of a route", [from("md"), from("md")], { form: "markdown", buttons: true }],
    ["an answer beside it", [answer, from("md")], { form: "markdown", buttons: true }],
    ["an answer alone", [answer], { form: "text" }],
    ["two that agree, but for the buttons", [from("md"), from("md2")], { form: "markdown" }],
    ["two that differ", [from("md"), from("plain")], { form: "text" }],
    ["an ark", [from("ark", { ark: 24 })], { form: "ark", ark: 24 }],
    ["an ark that was enlisted without its number", [from("ark")], { form: "ark", ark: 24 }],
    ["an ark as it was enlisted", [from("ark", { ark: 37 })], { form: "ark", ark: 37 }],
    ["two arks", [from("ark", { ark: 37 }), from("ark")], { form: "text" }],
    ["its own ark", [from("custom")], { form: "ark", custom: { kind: "ark", template: 1001, kv } }],
    ["its own, of two routes", [from("custom"), from("ark")], { form: "text" }],
    ["its custom template", [from("template")], { form: "markdown", custom: { kind: "markdown", id: "T1", params } }],
    ["its own and free Markdown", [from("template"), from("md2")], { form: "text" }],
    ["a route that is no more", [from("gone", { form: "ark" })], { form: "ark" }],
    ["a name of every object", [from("toString")], { form: "text" }],
  ] as const)("of %s", (_, deliveries, asked) => {
    const { form, ark, custom, buttons } = style(deliveries);
    expect({ form, ark, custom, buttons }).toEqual({ ark: undefined, custom: undefined, buttons: undefined, ...asked });
  });
});

describe("links", () => {
  test.each([
    [["plain"], "defang"],
    [["kept"], "keep"],
    [["hidden", "kept", "plain"], "strip"],
    [["kept", "plain"], "defang"],
    [[], "defang"],
  ] as const)("of %j: the strictest", (ids, links) => {
    expect(
      style(
        ids.map((id) => from(id)),
        { links: "defang" },
      ).links,
    ).toBe(links);
  });

  test("go by the registered domains and the redirect of the settings", () => {
    const settings = { domains: ["example.cn"], redirect: "https://r.example.cn/{url}" };
    expect(style([from("plain")], settings)).toMatchObject(settings);
  });
});

describe("mentions", () => {
  test.each([
    [[from("oncall", at("critical"))], ["1", "2"]],
    [[from("oncall", at("info"))], []],
    [
      [from("oncall", at("error")), from("boss", at("critical")), from("boss", at("error"))],
      ["2", "3", "9", "1"],
    ],
    [[from("plain", at("critical")), answer], []],
  ] as const)("%#", (deliveries, users) => {
    expect(style(deliveries).mentions).toEqual(users);
  });

  test("only where there is somebody else", () => {
    const told = [from("oncall", at("critical"))];
    const who = Object.fromEntries(
      sceneNames.map((scene) => [scene, styleOf(scene, defaultSettings, told, routes).mentions]),
    );
    expect(who).toEqual({ c2c: [], group: ["1", "2"], channel: ["1", "2"], dm: [] });
  });
});

const image = "https://ci.example.com/chart.png";
const pictured = { notice: notice({ image }) };

describe("the picture beside the words", () => {
  test.each([
    ["one notice in text", [from("plain", pictured)], image],
    ["a notice without", [from("plain")], undefined],
    ["a digest", [from("plain", pictured), from("plain")], undefined],
    ["one beside an answer", [answer, from("plain", pictured)], undefined],
    ["an answer", [{ ...answer, ...pictured }], undefined],
    ["Markdown", [from("md", pictured)], undefined],
    ["an ark", [from("ark", pictured)], undefined],
    ["nothing", [], undefined],
  ])("%s", (_, deliveries, shown) => {
    expect(imageOf(deliveries)).toBe(shown);
  });

  test.each([
    ["zh", "keep", image, "磁盘快满了\n图片没能发出来：https://ci.example.com/chart.png"],
    ["zh", "defang", image, "磁盘快满了\n图片没能发出来：ci。example。com/chart。png"],
    ["zh", "strip", image, "磁盘快满了\n（图片没能发出来）"],
    ["en", "keep", "data:image/png;base64,AAAA", "磁盘快满了\n(The picture could not be sent)"],
    ["en", "keep", image, "磁盘快满了\nThe picture could not be sent: https://ci.example.com/chart.png"],
    ["en", "keep", undefined, "磁盘快满了"],
  ] as const)("that was lost is told: %s, %s, %s", (language, links, lost, told) => {
    const appearance = styleFor("text", { language, links, picture: "lost" });
    expect(contentOf(render([notice(lost === undefined ? {} : { image: lost })], appearance))).toBe(told);
  });
});
