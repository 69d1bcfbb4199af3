import * as z from "zod";
import { authSchemes, type SignatureHeaders } from "../model/auth.ts";
import { type Duration, readDuration } from "../model/duration.ts";
import { readFieldPath } from "../model/field-path.ts";
import { arkTemplates, forms } from "../model/form.ts";
import type { CustomArk, CustomMarkdown } from "../model/custom-template.ts";
import { levels } from "../model/level.ts";
import type { Route, RoutePolicy } from "../model/route.ts";
import { sceneNames } from "../model/scene.ts";
import { linkPolicies } from "../model/settings.ts";
import type { FieldPaths } from "../model/source.ts";
import type { ShapeOf } from "./shape-of.ts";
import { strict } from "./strict.ts";
import { show } from "./tell-issue.ts";
import { readTimeOfDay, type TimeOfDay } from "../model/time-of-day.ts";

/** The value is not shown: it may be the secret itself, put in the wrong place. */
const SecretName = z
  .string()
  .regex(
    /^[A-Z][A-Za-z0-9]*$/,
    'is not the name of a secret, such as "GithubSecret": a capital, then letters and digits',
  );

const Id = z.string().regex(/^\S+$/, "is not an id: it is empty or has spaces");

const To = z.union([Id, strict({ id: Id, guild: Id.exactOptional() }), strict({ user: Id, guild: Id })], {
  error: "must be an id without spaces, { id, guild } for a channel, or { user, guild } for a dm",
});

const Events = z.array(
  z.string().regex(/^[\w-]+(\.[\w-]+)?$/, {
    error: ({ input }) => `${show(input)} is not an event; write for example "push" or "issues.opened"`,
  }),
);

const Path = z.string().refine((path) => readFieldPath(path) !== undefined, {
  error: ({ input }) => `${show(input)} is not a path; write for example "$.event.title" or "$.items[0].msg"`,
});

/** Of a text in some way of writing that was not read. */
const misread =
  (what: string, example: string) =>
  ({ input }: { readonly input: unknown }): string =>
    input === undefined ? "is missing" : `${show(input)} is not ${what}; write for example "${example}"`;

const Span = z.custom<Duration>((value) => typeof value === "string" && (readDuration(value) ?? 0) > 0, {
  error: misread("a duration", "7d"),
});

const Time = z.custom<TimeOfDay>((value) => typeof value === "string" && readTimeOfDay(value) !== undefined, {
  error: misread("a time of day", "09:00"),
});

const Policy = strict({
  proactive: z.enum(["always", "critical", "never"]).exactOptional(),
  reserve: z.int().min(0, "must be 0 or more").exactOptional(),
  maxAge: Span.exactOptional(),
  onUnsure: z.enum(["resend", "assume-sent"]).exactOptional(),
  digestAt: Time.exactOptional(),
  quiet: strict({ from: Time, to: Time })
    .refine(({ from, to }) => readTimeOfDay(from) !== readTimeOfDay(to), "ends when it begins; give it two times")
    .exactOptional(),
  spill: strict({ to: z.string(), after: Span }).exactOptional(),
} satisfies ShapeOf<RoutePolicy>)
  .refine(({ spill, maxAge }) => !spill || !maxAge || isShorter(spill.after, maxAge), {
    path: ["spill", "after"],
    error: "is not shorter than maxAge, so that everything expires before; make it shorter",
  })
  .refine(({ digestAt, maxAge }) => !digestAt || !maxAge || !isShorter(maxAge, "1d"), {
    path: ["maxAge"],
    error:
      "is shorter than the day between two digests, so that what waits for digestAt expires before; make it 1d or more",
  });

const isShorter = (a: Duration, b: Duration): boolean => (readDuration(a) ?? 0) < (readDuration(b) ?? 0);

const isFunction = (value: unknown): boolean => typeof value === "function";

const Ark = z.union(
  [
    z.literal(arkTemplates),
    strict({
      template: z.int().positive("must be the number that QQ gave the template"),
      kv: z.custom<CustomArk["kv"]>(isFunction, "must be a function"),
    } satisfies ShapeOf<CustomArk>),
  ],
  { error: ({ input }) => `${show(input)} is none of ${arkTemplates.join(", ")}, nor { template, kv }` },
);

const Template = strict({
  id: Id,
  params: z.custom<CustomMarkdown["params"]>(isFunction, "must be a function"),
} satisfies ShapeOf<CustomMarkdown>);

/** It goes into a sign of QQ's own, so nothing but an id may be in it. */
const User = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, {
  error: ({ input }) => `${show(input)} is not the id of a user: up to 64 letters, digits, _ and -`,
});

const Users = z.array(User).max(10, "has more than 10 users; a message has to have room for its words");

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/, {
  error: ({ input }) => `${show(input)} is not the name of a header; write for example "X-Grafana-Alerting-Signature"`,
});

/** What a route may say, field by field; how its fields go together is for `routeRules`. */
export const RouteSchema = strict({
  scene: z.enum(sceneNames),
  source: z.string(),
  secret: z
    .union([SecretName, z.array(SecretName)], { error: "must be the name of a secret, or a list of names" })
    .exactOptional(),
  auth: z.enum(authSchemes).exactOptional(),
  headers: strict({
    signature: HeaderName.exactOptional(),
    timestamp: HeaderName.exactOptional(),
  } satisfies ShapeOf<SignatureHeaders>).exactOptional(),
  open: z.literal(true).exactOptional(),
  to: z.union([z.literal("bound"), z.array(To).min(1, 'is empty; name at least one id, or write "bound"')], {
    error: ({ input }) => `${input === undefined ? "is missing; it" : ""} must be a list of ids, or "bound"`.trim(),
  }),
  only: Events.exactOptional(),
  except: Events.exactOptional(),
  branches: z
    .array(
      z.string().regex(/^!?[^\s!]+$/, {
        error: ({ input }) => `${show(input)} is not a branch pattern; write for example "release/*" or "!wip/**"`,
      }),
    )
    .exactOptional(),
  ignoreBots: z.boolean().exactOptional(),
  filter: z.custom<NonNullable<Route["filter"]>>(isFunction, "must be a function").exactOptional(),
  map: z.custom<NonNullable<Route["map"]>>(isFunction, "must be a function").exactOptional(),
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
    .union([z.literal(true), strict({ id: Id })], { error: "must be true, or { id } of a keyboard that QQ approved" })
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
