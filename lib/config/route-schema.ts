import * as z from "zod";
import { authSchemes, type SignatureHeaders } from "../model/auth.ts";
import { type Duration, readDuration } from "../model/duration.ts";
import { readFieldPath } from "../model/field-path.ts";
import { arkTemplates, forms } from "../model/form.ts";
import type { CustomArk, CustomMarkdown } from "../model/custom-template.ts";
import { levels } from "../model/level.ts";
import type { Route, RoutePolicy } from "../model/route.ts";
import type { Said } from "../model/said.ts";
import { sceneNames } from "../model/scene.ts";
import { linkPolicies } from "../model/settings.ts";
import type { FieldPaths } from "../model/source.ts";
import type { ShapeOf } from "./shape-of.ts";
import { strict } from "./strict.ts";
import { say, show } from "./tell-issue.ts";
import { readTimeOfDay, type TimeOfDay } from "../model/time-of-day.ts";
import { readTopic } from "../model/topic.ts";

/** The value is not shown: it may be the secret itself, put in the wrong place. */
const SecretName = z
  .string()
  .regex(
    /^[A-Z][A-Za-z0-9]*$/,
    say(
      '要写密钥的名字，例如 "GithubSecret"：大写字母开头，后面是字母和数字',
      'is not the name of a secret, such as "GithubSecret": a capital, then letters and digits',
    ),
  );

const TopicArn = z.string().refine((arn) => readTopic(arn) !== undefined, {
  error: ({ input }) =>
    say(
      `${show(input)} 不是标准 SNS 主题的 ARN；例如 "arn:aws:sns:eu-west-1:123456789012:alarms"（FIFO 主题发不到网址）`,
      `${show(input)} is not the ARN of a standard SNS topic; write for example "arn:aws:sns:eu-west-1:123456789012:alarms" (FIFO topics deliver to no address)`,
    ),
});

const Id = z.string().regex(/^\S+$/, say("不是 id：是空的，或者有空格", "is not an id: it is empty or has spaces"));

const To = z.union([Id, strict({ id: Id, guild: Id.exactOptional() }), strict({ user: Id, guild: Id })], {
  error: say(
    "要写成不带空格的 id；子频道可写 { id, guild }，频道私信可写 { user, guild }",
    "must be an id without spaces, { id, guild } for a channel, or { user, guild } for a dm",
  ),
});

const Events = z.array(
  z.string().regex(/^[\w-]+(\.[\w-]+)?$/, {
    error: ({ input }) =>
      say(
        `${show(input)} 不是事件；例如 "push" 或 "issues.opened"`,
        `${show(input)} is not an event; write for example "push" or "issues.opened"`,
      ),
  }),
);

const Path = z.string().refine((path) => readFieldPath(path) !== undefined, {
  error: ({ input }) =>
    say(
      `${show(input)} 不是路径；例如 "$.event.title" 或 "$.items[0].msg"`,
      `${show(input)} is not a path; write for example "$.event.title" or "$.items[0].msg"`,
    ),
});

/** Of a text in some way of writing that was not read. */
const misread =
  ({ zh, en }: Said, example: string) =>
  ({ input }: { readonly input: unknown }): string =>
    input === undefined
      ? say("没有写", "is missing")
      : say(
          `${show(input)} 不是${zh}；例如 "${example}"`,
          `${show(input)} is not ${en}; write for example "${example}"`,
        );

const Span = z.custom<Duration>((value) => typeof value === "string" && (readDuration(value) ?? 0) > 0, {
  error: misread({ zh: "时长", en: "a duration" }, "7d"),
});

const maxSettle = 10_000;

/** It may be nothing. Longer, and a pass would have no time left to send. */
const Settle = z.custom<Duration>(
  (value) => typeof value === "string" && (readDuration(value) ?? Number.POSITIVE_INFINITY) <= maxSettle,
  {
    error: ({ input }) =>
      say(
        `${show(input)} 不是 10 秒以内的时长；例如 "5s"，"0s" 是不等`,
        `${show(input)} is not a duration of 10 seconds at most; write for example "5s", or "0s" for none`,
      ),
  },
);

const Time = z.custom<TimeOfDay>((value) => typeof value === "string" && readTimeOfDay(value) !== undefined, {
  error: misread({ zh: "时刻", en: "a time of day" }, "09:00"),
});

/** Hours that were written in another way are shown as they should be. */
function misfitQuiet(input: unknown): string {
  const [from = "23:00", to = "08:00"] = typeof input === "string" ? (input.match(/\b\d{1,2}:\d{2}\b/g) ?? []) : [];
  const right = `quiet: { from: "${from}", to: "${to}" }`;
  return say(`${show(input)} 要写成对象：${right}`, `${show(input)} must be an object; write ${right}`);
}

const Policy = strict({
  proactive: z.enum(["auto", "always", "critical", "never"]).exactOptional(),
  reserve: z.int().min(0, say("要 0 或更大", "must be 0 or more")).exactOptional(),
  maxAge: Span.exactOptional(),
  onUnsure: z.enum(["resend", "assume-sent"]).exactOptional(),
  digestAt: Time.exactOptional(),
  quiet: strict({ from: Time, to: Time }, misfitQuiet)
    .refine(
      ({ from, to }) => readTimeOfDay(from) !== readTimeOfDay(to),
      say("开始和结束是同一时刻；请写两个不同的", "ends when it begins; give it two times"),
    )
    .exactOptional(),
  settle: Settle.exactOptional(),
  spill: strict({ to: z.string(), after: Span }).exactOptional(),
} satisfies ShapeOf<RoutePolicy>)
  .refine(({ spill, maxAge }) => !spill || !maxAge || isShorter(spill.after, maxAge), {
    path: ["spill", "after"],
    error: say(
      "不比 maxAge 短，还没转走就都过期了；请写短一些",
      "is not shorter than maxAge, so that everything expires before; make it shorter",
    ),
  })
  .refine(({ digestAt, maxAge }) => !digestAt || !maxAge || !isShorter(maxAge, "1d"), {
    path: ["maxAge"],
    error: say(
      "比两次 digestAt 之间的一天还短，等到那时已经过期；请写 1d 或更长",
      "is shorter than the day between two digests, so that what waits for digestAt expires before; make it 1d or more",
    ),
  });

const isShorter = (a: Duration, b: Duration): boolean => (readDuration(a) ?? 0) < (readDuration(b) ?? 0);

const mustBeFunction = say("要写成函数", "must be a function");

const isFunction = (value: unknown): boolean => typeof value === "function";

const Ark = z.union(
  [
    z.literal(arkTemplates),
    strict({
      template: z.int().positive(say("要写 QQ 给模板的编号", "must be the number that QQ gave the template")),
      kv: z.custom<CustomArk["kv"]>(isFunction, mustBeFunction),
    } satisfies ShapeOf<CustomArk>),
  ],
  {
    error: ({ input }) =>
      say(
        `${show(input)} 不是 ${arkTemplates.join("、")} 之一，也不是 { template, kv }`,
        `${show(input)} is none of ${arkTemplates.join(", ")}, nor { template, kv }`,
      ),
  },
);

const Template = strict({
  id: Id,
  params: z.custom<CustomMarkdown["params"]>(isFunction, mustBeFunction),
} satisfies ShapeOf<CustomMarkdown>);

/** It goes into a sign of QQ's own, so nothing but an id may be in it. */
const User = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, {
  error: ({ input }) =>
    say(
      `${show(input)} 不是用户 id：最多 64 个字母、数字、_ 和 -`,
      `${show(input)} is not the id of a user: up to 64 letters, digits, _ and -`,
    ),
});

const Users = z
  .array(User)
  .max(
    10,
    say("超过 10 个人；消息里要留位置给正文", "has more than 10 users; a message has to have room for its words"),
  );

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/, {
  error: ({ input }) =>
    say(
      `${show(input)} 不是请求头的名字；例如写 "X-Grafana-Alerting-Signature"`,
      `${show(input)} is not the name of a header; write for example "X-Grafana-Alerting-Signature"`,
    ),
});

/** What a route may say, field by field; how its fields go together is for `routeRules`. */
export const RouteSchema = strict({
  scene: z.enum(sceneNames),
  source: z.union([
    z.string(),
    z.array(z.string()).min(1, say("是空的；至少写一个来源", "is empty; name at least one source")),
  ]),
  secret: z
    .union([SecretName, z.array(SecretName)], {
      error: say("要写密钥的名字，或名字的列表", "must be the name of a secret, or a list of names"),
    })
    .exactOptional(),
  topic: z
    .union([TopicArn, z.array(TopicArn).min(1, say("是空的；至少写一个主题", "is empty; name at least one topic"))])
    .exactOptional(),
  auth: z.enum(authSchemes).exactOptional(),
  headers: strict({
    signature: HeaderName.exactOptional(),
    timestamp: HeaderName.exactOptional(),
  } satisfies ShapeOf<SignatureHeaders>).exactOptional(),
  open: z.literal(true).exactOptional(),
  to: z.union(
    [
      z.literal("bound"),
      z
        .array(To)
        .min(1, say('是空的；至少写一个 id，或写 "bound"', 'is empty; name at least one id, or write "bound"')),
    ],
    {
      error: ({ input }) =>
        say(
          `${input === undefined ? "没有写；" : ""}要写成 id 的列表，或 "bound"`,
          `${input === undefined ? "is missing; it " : ""}must be a list of ids, or "bound"`,
        ),
    },
  ),
  pick: z.record(z.string(), Id).exactOptional(),
  answer: z.literal(200).exactOptional(),
  only: Events.exactOptional(),
  except: Events.exactOptional(),
  branches: z
    .array(
      z.string().regex(/^!?[^\s!]+$/, {
        error: ({ input }) =>
          say(
            `${show(input)} 不是分支的写法；例如 "release/*" 或 "!wip/**"`,
            `${show(input)} is not a branch pattern; write for example "release/*" or "!wip/**"`,
          ),
      }),
    )
    .exactOptional(),
  ignoreBots: z.boolean().exactOptional(),
  filter: z.custom<NonNullable<Route["filter"]>>(isFunction, mustBeFunction).exactOptional(),
  map: z.custom<NonNullable<Route["map"]>>(isFunction, mustBeFunction).exactOptional(),
  repeat: Span.exactOptional(),
  fields: strict({
    title: Path.exactOptional(),
    text: Path.exactOptional(),
    level: Path.exactOptional(),
    link: Path.exactOptional(),
    key: Path.exactOptional(),
    image: Path.exactOptional(),
  } satisfies ShapeOf<FieldPaths>).exactOptional(),
  levels: z
    .record(
      z.string().regex(/\S/, 'is empty; write the sender\'s word or number, for example { "1": "critical" }'),
      z.enum(levels),
    )
    .exactOptional(),
  form: z.enum(forms).exactOptional(),
  ark: Ark.exactOptional(),
  template: Template.exactOptional(),
  buttons: z
    .union([z.literal(true), strict({ id: Id })], {
      error: say("要写 true，或 QQ 审核过的键盘的 { id }", "must be true, or { id } of a keyboard that QQ approved"),
    })
    .exactOptional(),
  links: z.enum(linkPolicies).exactOptional(),
  mention: strict({
    info: Users.exactOptional(),
    success: Users.exactOptional(),
    warning: Users.exactOptional(),
    error: Users.exactOptional(),
    critical: Users.exactOptional(),
  } satisfies ShapeOf<NonNullable<Route["mention"]>>).exactOptional(),
  policy: Policy.exactOptional(),
} satisfies ShapeOf<Route>);
