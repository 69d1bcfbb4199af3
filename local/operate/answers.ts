import * as z from "zod";
import { deliveryStates, triedBy } from "../../lib/model/delivery.ts";
import { forms } from "../../lib/model/form.ts";
import { heldReasons } from "../../lib/model/held.ts";
import { levels } from "../../lib/model/level.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { refusedStatus, type RefusedKind } from "./operation.ts";

/** ISO 8601, in UTC. */
export const time = z.iso.datetime();

/** `group:4C8F…`: a conversation, as every answer names it. */
export const targetName = z.string().regex(/^(?:c2c|group|channel|dm):./);

const scene = z.enum(sceneNames);

export const Refused = z.object({
  error: z.enum(Object.keys(refusedStatus) as [RefusedKind, ...RefusedKind[]]),
  message: z.string(),
});

/** Why a delivery waits, in words of both languages too, and until when; without a time only an event ends it. */
const Held = z.object({ reason: z.enum(heldReasons), until: time.optional(), message: z.string() });

const Last = z.object({
  at: time,
  status: z.number().optional(),
  code: z.number().optional(),
  message: z.string().optional(),
  traceId: z.string().optional(),
  note: z.string().optional(),
  steps: z.array(z.string()).readonly().optional(),
});

/** A delivery as it is listed. */
export const ListedDelivery = z.object({
  id: z.string(),
  target: targetName,
  route: z.string(),
  state: z.enum(deliveryStates),
  held: Held.optional(),
  attempts: z.number(),
  last: Last.nullable(),
  level: z.enum(levels),
  title: z.string(),
  arrivedAt: time,
  notBefore: time.optional(),
  messageId: z.string().optional(),
});

/** `more`: there are others behind these, or there may be: what was looked at is bounded. */
export const DeliveriesAnswer = z.object({ deliveries: z.array(ListedDelivery), more: z.boolean() });

const Step = z.discriminatedUnion("step", [
  z.object({ step: z.literal("accepted"), at: time, route: z.string() }),
  z.object({ step: z.literal("claimed"), at: time, by: z.enum(triedBy), attempt: z.number() }),
  Last.omit({ note: true, steps: true }).extend({
    step: z.literal("answered"),
    repairs: z.array(z.string()).readonly().optional(),
  }),
  z.object({
    step: z.literal("settled"),
    at: time,
    state: z.enum(deliveryStates),
    note: z.string().optional(),
    messageId: z.string().optional(),
    auditId: z.string().optional(),
    told: z.enum(["worded", "summed"]).optional(),
  }),
  Held.extend({ step: z.literal("held") }),
]);

/** A delivery with all that is known of its way. */
export const TracedDelivery = ListedDelivery.extend({
  source: z.string(),
  event: z.string(),
  form: z.enum(forms),
  lines: z.array(z.string()),
  link: z.string().optional(),
  auditId: z.string().optional(),
  /** Told in words of its own, or as one of a kind by number and name. */
  told: z.enum(["worded", "summed"]).optional(),
  /** How many changes of its thing were folded into it. */
  folded: z.number().optional(),
  spilled: z.literal(true).optional(),
  /** Its way, as far as it is remembered: of several tries the last one. */
  steps: z.array(Step),
});

/** The same delivery at each conversation that it goes to. */
export const TraceAnswer = z.object({ deliveries: z.array(TracedDelivery).min(1) });

/** `left`: pushes that are left there now, `null` where nothing limits them. */
export const ReplayAnswer = z.object({
  dryRun: z.boolean(),
  count: z.number(),
  targets: z.array(
    z.object({
      target: targetName,
      count: z.number(),
      states: z.partialRecord(z.enum(deliveryStates), z.number()),
      oldest: time,
      left: z.number().nullable(),
    }),
  ),
});

const Basis = z.object({
  preset: z.string(),
  why: z.enum(["set", "alike", "unknown", "refused", "shown"]),
  until: time.optional(),
  since: time.optional(),
});

const Proactive = z.union([
  z.object({ kind: z.enum(["denied", "gone"]), until: time.optional() }),
  z.object({ kind: z.literal("replies-only") }),
  z.object({ kind: z.literal("closed"), until: time, of: z.enum(["guild", "bot"]) }),
  z.object({
    kind: z.literal("counted"),
    rules: z.array(
      z.object({
        every: z.enum(["month", "day", "minute", "second"]),
        left: z.number(),
        max: z.number(),
        opensAt: time.optional(),
      }),
    ),
  }),
]);

/** What is left of the pushes to a conversation, and by which of QQ's rules they are counted. */
const TargetQuota = z.object({ target: targetName, routes: z.array(z.string()), proactive: Proactive, basis: Basis });

/** `isPart`: of very many that wait only the most urgent were looked at. */
const TargetStatus = TargetQuota.extend({
  held: z.object({
    total: z.number(),
    isPart: z.literal(true).optional(),
    reasons: z.array(Held.extend({ count: z.number() })),
  }),
  counted: z.number(),
  windows: z.array(z.object({ closesAt: time, left: z.number().optional() })),
  muted: z.object({ until: time, all: z.boolean() }).optional(),
  mutes: z.array(z.object({ route: z.string(), until: time })),
  bound: z.array(z.string()),
});

/** `breaker`: until when QQ counts as out of order for the whole bot; `more`: there are conversations behind these. */
export const StatusAnswer = z.object({ breaker: time.optional(), targets: z.array(TargetStatus), more: z.boolean() });

export const QuotaAnswer = z.object({ targets: z.array(TargetQuota), more: z.boolean() });

/** Who spoke lately, newest first. */
export const HeardAnswer = z.object({
  heard: z.array(
    z.object({
      scene,
      target: z.string(),
      guild: z.string().optional(),
      user: z.string().optional(),
      name: z.string().optional(),
      at: time,
    }),
  ),
});

export const UnpairAnswer = z.object({ route: z.string(), target: targetName });

export const MuteAnswer = z.object({
  target: targetName,
  until: time,
  route: z.string().optional(),
  all: z.literal(true).optional(),
  /** More was asked for than anybody mutes at once. */
  capped: z.literal(true).optional(),
});

export const UnmuteAnswer = z.object({ target: targetName, route: z.string().optional() });

/** As a webhook is answered. */
export const SendAnswer = z.object({
  deliveries: z.array(
    z.object({
      id: z.string(),
      target: targetName,
      state: z.string(),
      reason: z.string().optional(),
      held: Held.optional(),
    }),
  ),
});
