import * as fc from "fast-check";
import { levels, type Level } from "../../../lib/model/level.ts";
import type { PresetName } from "../../../lib/model/limits.ts";
import { codes } from "../../../lib/qq/codes.ts";
import { type RouteId, routeIds, type TargetId, targetIds } from "./routes.ts";

/** Where a line's call is broken off: at its `at`-th use of the table, before or after that is done. */
export type Crash = {
  readonly line: "accept" | "deliver" | "listen" | "sweep";
  readonly at: number;
  /** The function is gone, or only this use of the table fails. */
  readonly how: "killed" | "fault";
  readonly when: "before" | "after";
};

/** What QQ does with the next sends instead of judging them. */
export type QqFault =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "unreached" | "lost-before" | "lost-after" }
  /** A person looks at it first; `early`: the end of that comes before the answer. */
  | { readonly kind: "audit"; readonly ends: "passed" | "rejected" | "never"; readonly early: boolean };

export type Post = {
  readonly kind: "post";
  readonly route: RouteId;
  readonly level: Level;
  readonly count: number;
  readonly key?: string;
  /** Words that others have too, so that a digest counts them together. */
  readonly alike: boolean;
};

export type Speak = {
  readonly kind: "speak";
  readonly target: TargetId;
  readonly text: string;
  readonly repeated: boolean;
};

export type Change = {
  readonly kind: "change";
  readonly target: TargetId;
  readonly to: "allowed" | "denied" | "gone" | "here";
  /** How long ago (s) it happened, when it comes late. */
  readonly late: number;
};

export type Step =
  | Post
  | Speak
  | Change
  | { readonly kind: "again" }
  | { readonly kind: "qq"; readonly fault: QqFault; readonly times: number }
  | { readonly kind: "audits" }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "until"; readonly what: "midnight" | "month" }
  | { readonly kind: "crash"; readonly crash: Crash }
  | { readonly kind: "lose-wakes"; readonly count: number }
  | { readonly kind: "together"; readonly post: Post; readonly speak: Speak; readonly deliverers: number };

/** A run's beginning and what happens in it. */
export type Program = {
  /** The rules that QQ keeps, and whether the relay is told which they are. */
  readonly preset: PresetName;
  readonly limits: "told" | "auto";
  /** Hours after midnight of the 29th. */
  readonly begins: number;
  readonly chance: number;
  readonly steps: readonly Step[];
};

export const commands = [
  "摘要",
  "更多",
  "静音",
  "静音 2h",
  "静音 10m all",
  "取消静音",
  "状态",
  "解绑",
  "帮助",
] as const;

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000] as const;

const route: fc.Arbitrary<RouteId> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RouteId>("all") },
  { weight: 5, arbitrary: fc.constantFrom(...routeIds) },
);
const target: fc.Arbitrary<TargetId> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<TargetId>("group") },
  { weight: 3, arbitrary: fc.constantFrom(...targetIds) },
);

const post: fc.Arbitrary<Post> = fc
  .record({
    route,
    level: fc.constantFrom(...levels),
    count: fc.oneof(
      { weight: 32, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 8, arbitrary: fc.integer({ min: 4, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 100, max: 300 }) },
    ),
    key: fc.constantFrom(undefined, undefined, undefined, "disk", "build"),
    alike: fc.constantFrom(false, false, false, true),
  })
  .map(({ key, ...rest }) => ({ kind: "post", ...rest, ...(key !== undefined && { key }) }));

const speak: fc.Arbitrary<Speak> = fc.record({
  kind: fc.constant("speak"),
  target,
  text: fc.oneof(fc.constant("在吗"), fc.constant("更多"), fc.constantFrom(...commands)),
  repeated: fc.constantFrom(false, false, false, true),
});

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constant("change"),
  target,
  to: fc.constantFrom("allowed", "denied", "gone", "here"),
  late: fc.constantFrom(0, 0, 0, 1, 90, 3_600),
});

const allCodes = Object.keys(codes).map(Number);

const qqFault: fc.Arbitrary<QqFault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("code"), code: fc.constantFrom(...allCodes) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("status"), status: fc.constantFrom(429, 500, 502, 504) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("unreached", "lost-before", "lost-after") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("audit"),
      ends: fc.constantFrom("passed", "rejected", "never"),
      early: fc.boolean(),
    }),
  },
);

const crash: fc.Arbitrary<Crash> = fc.record({
  line: fc.constantFrom("accept", "deliver", "deliver", "deliver", "listen", "sweep"),
  at: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 30 })),
  how: fc.constantFrom("killed", "fault"),
  when: fc.constantFrom("before", "after"),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: post },
  { weight: 4, arbitrary: speak },
  { weight: 2, arbitrary: change },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("again") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("qq"),
      fault: qqFault,
      times: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("audits") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("wait"),
      ms: fc.constantFrom(
        second,
        20 * second,
        minute,
        4 * minute,
        10 * minute,
        hour,
        5 * hour,
        13 * hour,
        day,
        3 * day,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("until"), what: fc.constantFrom("midnight", "midnight", "month") }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("crash"), crash }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lose-wakes"), count: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("together"),
      post,
      speak,
      deliverers: fc.integer({ min: 2, max: 4 }),
    }),
  },
);

export const anyProgram: fc.Arbitrary<Program> = fc.record({
  preset: fc.constantFrom("published", "2026"),
  limits: fc.constantFrom("told", "auto"),
  begins: fc.integer({ min: 0, max: 60 }),
  chance: fc.nat(),
  steps: fc.array(step, { minLength: 1, maxLength: 24, size: "max" }),
});
