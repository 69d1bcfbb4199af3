import * as fc from "fast-check";
import { expect, test } from "vitest";
import { arkTemplates, type Form, forms } from "../../lib/model/form.ts";
import { languages } from "../../lib/model/language.ts";
import type { Picture } from "../../lib/model/message.ts";
import type { Notice } from "../../lib/model/notice.ts";
import type { Repair } from "../../lib/model/outcome.ts";
import { type SceneName, sceneNames, scenes } from "../../lib/model/scene.ts";
import { linkPolicies } from "../../lib/model/settings.ts";
import { wire } from "../../lib/qq/wire.ts";
import { withPicture } from "../../lib/render/page/with-picture.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { sizeLimits } from "../../lib/render/style/limits.ts";
import { type Appearance, firstAppearance, repair } from "../../lib/render/style/repair.ts";
import type { CustomTemplate, Style } from "../../lib/render/style/style.ts";
import { mentionsOnWire } from "../support/scan-wire.ts";
import { runs } from "../support/runs.ts";

/** What mentions someone, and what is left of it when something is taken out of it. */
const words = ["@everyone", "@all", "@全体成员", "<@1>", "<#1>", "<emoji:4>", "<qqbot-at-everyone />", ";@1", "@ALL"];
/** What a repair, a policy, a cut or a client may take out. */
const removable = [
  "https://",
  "http://",
  "ftp://",
  "://",
  "https://https://",
  "hthttp://tp://",
  "https://a.example ",
  "(https://a.example)",
  "\u200d",
  "\u200b",
  "\u202e",
  "\ufe0f",
  "\u{e0041}",
  "\u0000",
  "\u001b[1m",
  "&lt;",
  "&amp;",
  "\\",
  "\n",
  "_",
];

/** A mention with things that may be taken out put between its letters, some of them inside one another. */
const nested: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...words), fc.array(fc.tuple(fc.nat(24), fc.constantFrom(...removable)), { maxLength: 3 }))
  .map(([word, parts]) =>
    parts.reduce(
      (text, [at, part]) => `${text.slice(0, at % text.length)}${part}${text.slice(at % text.length)}`,
      word,
    ),
  );

const hosts = ["https://ci.example.com/", "https://docs.example.cn/", "https://u@evil.example/x?", "http://"];
const address = fc
  .tuple(fc.constantFrom(...hosts), nested, fc.constantFrom("", "/b", "?c=d", "#e"))
  .map((all) => all.join(""));
const phrase = fc
  .array(fc.oneof(nested, address, fc.constantFrom(" ", "词", "a", ".", "<", "@", ";")), { maxLength: 4 })
  .map((all) => all.join(""));

const anyNotice: fc.Arbitrary<Notice> = fc.record(
  {
    source: nested,
    event: fc.constant("e"),
    level: fc.constantFrom("info" as const, "critical" as const),
    title: phrase,
    lines: fc.array(phrase, { maxLength: 2 }),
    at: fc.constant("2026-11-20T08:30:00Z"),
    link: address,
    image: address,
    tally: fc.record({ where: phrase, what: phrase, who: phrase }),
    times: fc.constant(3),
  },
  { requiredKeys: ["source", "event", "level", "title", "lines", "at"] },
);

const fieldsOf = ({ title, lines, link, image }: Notice): readonly string[] => [
  title,
  ...lines,
  link ?? "",
  image ?? "",
];

const customs = [
  { kind: "ark", template: 1001, kv: (notices) => notices.flatMap(fieldsOf).map((value) => ({ key: "#K#", value })) },
  {
    kind: "markdown",
    id: "t",
    params: (notices) => Object.fromEntries(notices.flatMap(fieldsOf).map((value, at) => [`k${at}`, value])),
  },
] as const satisfies readonly CustomTemplate[];

type Look = { readonly form: Form } & Pick<Style, "ark" | "custom">;

const looks: readonly Look[] = [
  ...forms.filter((form) => form !== "ark").map((form) => ({ form })),
  ...arkTemplates.map((ark) => ({ form: "ark" as const, ark })),
  ...customs.map((custom) => ({ form: custom.kind, custom })),
];

const repairs = [
  "markdown",
  "text",
  "shorten",
  "links",
  "filler",
  "keyboard",
  "media",
  "everyone",
] as const satisfies readonly Repair[];

/** An appearance, and what becomes of it with each repair that QQ's refusals may ask for, in their order. */
const withRepairs = (first: Appearance, asked: readonly Repair[]): readonly Appearance[] =>
  asked.reduce<readonly Appearance[]>(
    (all, name) => {
      const next = repair(all.at(-1) ?? first, [name]);
      return next ? [...all, next] : all;
    },
    [first],
  );

function bodiesOf(appearance: Appearance, notices: readonly Notice[], scene: SceneName, answered: boolean) {
  const content = answered ? { answer: notices[0] as Notice, notices: notices.slice(1) } : { notices };
  const { message } = renderSend({ ...content, note: "@all" }, appearance.style);
  return [undefined, ...picturesOf(notices[0]?.image, scene)].map((media) =>
    wire(withPicture(message, media), scene, { kind: "proactive" }, appearance.filler),
  );
}

/** What a picture may be in a scene; its address as the sending edge has it: one that no host can have is none. */
function picturesOf(image: string | undefined, scene: SceneName): readonly Picture[] {
  if (scenes[scene].wire === "v2") return [{ kind: "file-info", fileInfo: "f" }];
  const url = URL.parse(image ?? "");
  return [
    { kind: "bytes" },
    ...(url && url.username === "" && url.password === "" ? [{ kind: "url", url: url.href } as const] : []),
  ];
}

const mentioned = ["144115218677"];

test.each(
  sceneNames.flatMap((scene) =>
    looks.map((look) => ({ scene, look, name: `${look.form} ${look.ark ?? look.custom?.kind ?? ""}` })),
  ),
)("nobody is mentioned but by the route, whatever is nested and repaired: $scene $name", ({ scene, look }) => {
  fc.assert(
    fc.property(
      fc.array(anyNotice, { minLength: 1, maxLength: 5 }),
      fc.record({
        links: fc.constantFrom(...linkPolicies),
        language: fc.constantFrom(...languages),
        domains: fc.constantFrom([], ["example.cn"]),
        redirect: fc.constantFrom(undefined, "https://r.example.cn/go?to={url}"),
        buttons: fc.constantFrom(undefined, true as const),
      }),
      fc.shuffledSubarray([...repairs, "links", "links", "shorten"] as Repair[]),
      fc.boolean(),
      (notices, rest, asked, answered) => {
        const style: Style = {
          ...look,
          ...rest,
          wire: scenes[scene].wire,
          limit: sizeLimits[scene],
          mentions: mentioned,
        };
        for (const appearance of withRepairs(firstAppearance(style, "https://a.example/x.png"), asked))
          for (const body of bodiesOf(appearance, notices, scene, answered))
            expect(mentionsOnWire(body, mentioned)).toEqual([]);
      },
    ),
    { numRuns: runs(40) },
  );
});

test.each([
  ["https://ci.example.com/@https://everyone"],
  ["https://ci.example.com/@http://all"],
  ["https://ci.example.com/;https://@1"],
  ["https://ci.example.com/;qqbothttp://-at-everyone"],
  ["https://ci.example.com/;emojihttps://:4"],
  ["https://ci.example.com/@全体https://成员"],
])("%s by the default settings, as a link and as a lost picture", (url) => {
  const notice: Notice = {
    source: "s",
    event: "e",
    level: "info",
    title: "标题",
    lines: [],
    at: "",
    link: url,
    image: url,
  };
  for (const scene of sceneNames)
    for (const links of linkPolicies) {
      const style: Style = { form: "text", language: "zh", wire: scenes[scene].wire, limit: sizeLimits[scene], links };
      for (const appearance of withRepairs(firstAppearance(style, url), ["media", "links", "links"]))
        for (const body of bodiesOf(appearance, [notice], scene, false)) expect(mentionsOnWire(body, [])).toEqual([]);
    }
});
