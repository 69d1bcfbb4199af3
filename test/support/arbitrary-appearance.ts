import * as fc from "fast-check";
import { arkTemplates, forms } from "../../lib/model/form.ts";
import { languages } from "../../lib/model/language.ts";
import { levels } from "../../lib/model/level.ts";
import type { ArkPair } from "../../lib/model/message.ts";
import type { Notice } from "../../lib/model/notice.ts";
import type { Permit } from "../../lib/model/permit.ts";
import { type SceneName, sceneNames, scenes } from "../../lib/model/scene.ts";
import { linkPolicies } from "../../lib/model/settings.ts";
import type { SendContent } from "../../lib/render/page/send-content.ts";
import type { CustomTemplate, Style } from "../../lib/render/style/style.ts";
import { hostileText } from "./hostile-text.ts";

/** Short notices of hostile words, so that many can be tried. */
const briefNotice: fc.Arbitrary<Notice> = fc.record(
  {
    source: fc.constant("generic"),
    event: fc.constant("notice"),
    level: fc.constantFrom(...levels),
    title: hostileText(6),
    lines: fc.array(hostileText(6), { maxLength: 4 }),
    at: fc.constant("2026-11-20T08:30:00Z"),
    link: fc.oneof(
      hostileText(4).map((path) => `https://docs.example.cn/${path}`),
      hostileText(4).map((path) => `https://evil.example/${path}`),
    ),
    image: fc.constantFrom("https://a.example/x.png", "https://cdn.example.cn/x.png", "data:image/png;base64,AAAA"),
    tally: fc.constant({ where: "octo/<@1>", what: "pushes @all" }),
  },
  { requiredKeys: ["source", "event", "level", "title", "lines", "at"] },
);

const notices = fc.array(briefNotice, { minLength: 1, maxLength: 5 });
const note = fc.constantFrom("⚠️ 今天的主动消息用完了", "Muted: <@1> [a](b)");

export const briefContent: fc.Arbitrary<SendContent> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ notices }) },
  { weight: 1, arbitrary: fc.record({ notices, note }) },
  { weight: 1, arbitrary: fc.record({ notices, answer: briefNotice }) },
);

const wordsOf = (notices: readonly Notice[]): readonly string[] =>
  notices.flatMap(({ title, lines, link }) => [title, lines[0] ?? "", ...(link === undefined ? [] : [link])]);

const pairs = (notices: readonly Notice[]): readonly ArkPair[] => [
  ...wordsOf(notices).map((value, at) => ({ key: `#${at}#`, value })),
  { key: "#LIST#", obj: wordsOf(notices).map((value) => ({ obj_kv: [{ key: "desc", value }] })) },
];

const fail = (): never => {
  throw new RangeError("<@1> of a routes file");
};

/** Templates of routes' own: honest ones, and two each whose function throws or answers what is none. */
const honest = [
  { kind: "ark", template: 1001, kv: pairs },
  {
    kind: "markdown",
    id: "t",
    params: (notices) => Object.fromEntries(wordsOf(notices).map((value, at) => [`k${at}`, value])),
  },
] as const satisfies readonly CustomTemplate[];

const customTemplate: fc.Arbitrary<CustomTemplate> = fc.constantFrom<CustomTemplate>(
  ...honest,
  ...honest,
  ...honest,
  { kind: "ark", template: 1001, kv: fail },
  { kind: "ark", template: 1001, kv: () => [] },
  { kind: "markdown", id: "t", params: fail },
  { kind: "markdown", id: "t", params: () => ({ k: 7 }) as never },
);

/** Who may be mentioned. */
export const users = ["144115218677", "8F2C0E41B65A", "u_1-2"] as const;

/** Every look that a route, the settings and QQ's refusals can make, in one of the scenes. */
export const anyAppearance: fc.Arbitrary<{ readonly scene: SceneName; readonly style: Style }> = fc
  .record({
    scene: fc.constantFrom(...sceneNames),
    form: fc.constantFrom(...forms),
    ark: fc.constantFrom(...arkTemplates),
    custom: fc.oneof(fc.constant(undefined), customTemplate),
    language: fc.constantFrom(...languages),
    links: fc.constantFrom(...linkPolicies),
    domains: fc.constantFrom([], ["example.cn"]),
    redirect: fc.constantFrom(undefined, "https://r.example.cn/go?to={url}"),
    buttons: fc.constantFrom<Style["buttons"][]>(undefined, true, { id: "62_1700000000" }),
    mentions: fc.subarray([...users]),
    picture: fc.constantFrom<Pick<Style, "picture">[]>({}, { picture: "lost" }),
    limit: fc.record({ characters: fc.integer({ min: 325, max: 1300 }), bytes: fc.integer({ min: 437, max: 3500 }) }),
  })
  .map(({ scene, custom, picture, form, ...rest }) => ({
    scene,
    style: {
      ...rest,
      ...picture,
      form: custom === undefined ? form : custom.kind,
      custom,
      wire: scenes[scene].wire,
    },
  }));

export const anyPermit: fc.Arbitrary<Permit> = fc.oneof(
  fc.constant<Permit>({ kind: "proactive" }),
  fc.record({
    kind: fc.constant("reply" as const),
    anchor: fc.constantFrom({ kind: "msg" as const, id: "M1" }, { kind: "event" as const, id: "E1" }),
    seq: fc.integer({ min: 1, max: 65_535 }),
  }),
);
