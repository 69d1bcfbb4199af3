import * as z from "zod";
import { forms } from "../../lib/model/form.ts";
import { levels } from "../../lib/model/level.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { targetName, time } from "./answers.ts";

/** What the console asks for beside what every command does. */

const scene = z.enum(sceneNames);

const Said = z.object({ zh: z.string(), en: z.string() });

/** How the relay is set up, and where it is. `url`: the senders' door, where it is known. */
export const OverviewAnswer = z.object({
  version: z.string(),
  mode: z.enum(["embedded", "deployed"]),
  table: z.string().optional(),
  language: z.enum(["zh", "en"]),
  timeZone: z.string(),
  simulated: z.boolean(),
  url: z.url().optional(),
  adminUrl: z.url().optional(),
  events: z.object({ mode: z.enum(["gateway", "callback"]), message: z.string().optional() }),
  /** Which of QQ's rules count the pushes, for the kinds of conversation that are alike. */
  limits: z.array(z.object({ scenes: z.array(scene), message: z.string() })),
  routes: z.array(
    z.object({
      name: z.string(),
      scene,
      sources: z.array(z.string()),
      form: z.enum(forms),
      /** Of a bound route those that are paired. */
      targets: z.array(targetName),
      bound: z.boolean(),
      open: z.boolean(),
    }),
  ),
  sources: z.array(z.object({ name: z.string() })),
  forms: z.array(z.enum(forms)),
  scenes: z.array(scene),
});

const Entered = z.object({ field: Said, value: z.string() });

const Call = z.object({
  method: z.enum(["GET", "POST", "PUT"]).optional(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  signs: z.string().optional(),
  signedIn: z.string().optional(),
});

/** What the sender of a route is told, by each of the route's sources: as `relay routes --json` prints it. */
export const RoutesAnswer = z.array(
  z.object({
    route: z.string(),
    scene,
    source: z.string(),
    open: z.literal(true).optional(),
    menu: Said.optional(),
    page: z.string().optional(),
    ways: z.array(
      z.object({
        where: Said.optional(),
        enter: z.array(Entered),
        call: Call,
        /** A command line that posts a sample so; absent where the sender signs a time too. */
        curl: z.string().optional(),
      }),
    ),
  }),
);

/** A request as a sender makes it. */
const Sample = z.object({
  id: z.string(),
  source: z.string(),
  name: Said,
  request: z.object({
    method: z.enum(["GET", "POST", "PUT"]),
    path: z.string(),
    query: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
});

export const SamplesAnswer = z.object({ samples: z.array(Sample) });

const Size = z.object({ characters: z.number(), bytes: z.number() });

const Faults = z.array(z.object({ function: z.enum(["filter", "map"]), reason: z.string() })).readonly();

const Notice = z.looseObject({
  source: z.string(),
  event: z.string(),
  level: z.enum(levels),
  title: z.string(),
  lines: z.array(z.string()).readonly(),
  link: z.string().optional(),
  image: z.string().optional(),
  at: z.string(),
  key: z.string().optional(),
});

const Body = z.record(z.string(), z.unknown());

/** What a request would become. `silent`: nothing would be sent, and why; `refused`: its sender would be answered so. */
export const PreviewAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("told"),
    source: z.string(),
    notice: Notice,
    bodies: z.array(
      z.object({ form: z.enum(forms), scenes: z.array(scene).readonly(), size: Size, limit: Size, body: Body }),
    ),
    /** The sender's word for the level that nobody knows. */
    unknownLevel: z.string().optional(),
    faults: Faults,
  }),
  z.object({ kind: z.literal("silent"), source: z.string(), event: z.string(), reason: z.string(), faults: Faults }),
  z.object({ kind: z.literal("refused"), source: z.string(), message: z.string() }),
]);

/** What the senders' door answered: JSON, or a vendor's own text. */
export const PushAnswer = z.object({ status: z.number(), body: z.unknown() });

const messageStates = ["sent", "refused", "audit", "unsure", "recalled"] as const;

/** A message of a conversation, the bot's or a person's. */
const ConversationMessage = z.object({
  id: z.string().optional(),
  at: time,
  from: z.enum(["bot", "user"]),
  /** Who said it. */
  name: z.string().optional(),
  text: z.string().optional(),
  /** As QQ got it, or as it would be written now. */
  body: Body.optional(),
  state: z.enum(messageStates),
  /** QQ's code, where it refused. */
  code: z.number().optional(),
  permit: z.enum(["proactive", "msg", "event"]).optional(),
  /** What it tells. */
  deliveries: z.array(z.object({ id: z.string(), route: z.string() })),
});

/** A conversation's newest messages, oldest first. `exact`: as QQ's simulator got them, else as the delivery log tells them. */
export const ConversationAnswer = z.object({
  target: targetName,
  exact: z.boolean(),
  messages: z.array(ConversationMessage),
  more: z.boolean(),
});

/** What somebody said in the simulator. `status`: how the relay answered the event, null where nobody heard it. */
export const SayAnswer = z.object({ target: targetName, messageId: z.string(), status: z.number().nullable() });

export const PressAnswer = z.object({ target: targetName, status: z.number().nullable() });
