import type * as z from "zod";
import type { operations } from "../../../operate/operations.ts";

type Operations = typeof operations;

/** What the console asks of the relay, by name: every operation that operators have. */
export type CallName = keyof Operations;

/** What is said with it, as JSON. */
export type Request<Name extends CallName> = z.input<Operations[Name]["request"]>;

/** What is answered, as JSON. */
export type Answer<Name extends CallName> = z.output<Operations[Name]["answer"]>;

export type ListedDelivery = Answer<"deliveries">["deliveries"][number];
export type TracedDelivery = Answer<"trace">["deliveries"][number];
export type Step = TracedDelivery["steps"][number];
export type Replay = Answer<"replay">;
export type Status = Answer<"status">;
export type TargetStatus = Status["targets"][number];
export type Overview = Answer<"overview">;
export type RouteFacts = Overview["routes"][number];
export type SetUp = Answer<"routes">[number];
export type Way = SetUp["ways"][number];
export type Preview = Answer<"preview">;
export type Told = Extract<Preview, { kind: "told" }>;
export type Conversation = Answer<"conversation">;
export type Message = Conversation["messages"][number];
export type PlayRequest = Request<"preview">["request"];
export type Method = NonNullable<PlayRequest["method"]>;
export type SourceName = NonNullable<Request<"preview">["source"]>;

export type DeliveryState = ListedDelivery["state"];
export type Level = ListedDelivery["level"];
export type SceneName = RouteFacts["scene"];
export type Form = RouteFacts["form"];

/** A code to pair a conversation with a route, said to the bot in QQ before it is over. */
export type PairingCode = {
  readonly code: string;
  readonly route: string;
  readonly scene: SceneName;
  readonly expiresAt: string;
};

export type Binding = { readonly route: string; readonly scene: SceneName; readonly target: string };
