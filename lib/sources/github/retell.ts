import type * as z from "zod";
import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import type { Format, MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { asNotice, type Telling } from "../forge/telling.ts";
import { lookUp } from "../look-up.ts";
// What several of the forges use beside, so that it is bundled with this as one file.
import "../forge/read-payload.ts";
import "./push-of-ref.ts";
import type { AsGithub, Json } from "./as-github.ts";
import { eventNamed } from "./events.ts";

/** What GitHub has no event for, in the forge's own words. */
export type InOwnWords = { readonly tell: (context: MapContext) => Telling | undefined };

/** Undefined where an event says nothing worth telling. */
export type Retold = AsGithub | InOwnWords | undefined;

/** How an event of another forge is read, and put into GitHub's shape. */
export type Retelling = { readonly schema: z.ZodType; readonly retell: (body: never, json: Json) => Retold };

/** Erases the body's type, so that one table can hold every event: `retell` is handed only bodies that fit `schema`. */
export const defineRetelling = <Body>(event: {
  readonly schema: z.ZodType<Body>;
  readonly retell: (body: Body, json: Json) => Retold;
}): Retelling => event;

/** A forge whose events are told in GitHub's words. */
export type Forge = {
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** A request's event and action, by the forge's own names, and its body. */
  readonly read: (inbound: Inbound) => ForgeRequest | Refusal;
  readonly retelling: (event: string) => Retelling;
  readonly identify: (
    inbound: Inbound,
    request: ForgeRequest,
  ) => { readonly id: string } | { readonly content: string };
  readonly isBot: (json: Json) => boolean;
  /** By which events of its own a route hears what GitHub tells by one of its: `{ "pull_request.closed": [["merge_request", "merge"]] }`. */
  readonly heard: Readonly<Record<string, readonly (readonly [event: string, action?: string])[]>>;
};

export type ForgeRequest = { readonly event: string; readonly action?: string; readonly json: Json };

/** A body that is an object, or the refusal of any other. */
export const asObject = (json: unknown): Json | Refusal =>
  isObject(json) ? json : refuse("invalid", "body: expected object", "body：应为 object");

/** The format of a forge by its events' retelling. The body is handed on as the forge sent it, to a route's own `filter` and `map`. */
export function formatOf(forge: Forge): Format {
  const retold = ({ event, json }: ForgeRequest): Retold | Refusal => {
    const { schema, retell } = forge.retelling(event);
    const fitted = schema.safeParse(json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const told = retell(fitted.data as never, json);
    if (told === undefined || "tell" in told) return told;
    const asGithub = eventNamed(told.event, forge.title).schema.safeParse(told.body);
    return asGithub.success ? told : refuse("invalid", ...firstFault(asGithub.error));
  };
  return defineFormat<Json>({
    parse(inbound) {
      const read = forge.read(inbound);
      if (isRefusal(read)) return read;
      const told = retold(read);
      if (told !== undefined && isRefusal(told)) return told;
      const { event, action, json } = read;
      const branch = branchOf(told);
      return {
        event,
        ...(action && { action }),
        ...forge.identify(inbound, read),
        ...(branch && { branch }),
        bot: forge.isBot(json),
        body: json,
      };
    },
    map({ event, action, body: json }, context) {
      const told = retold({ event, json });
      if (told === undefined || isRefusal(told)) return undefined;
      const telling = "tell" in told ? told.tell(context) : tellAsGithub(told, forge, context);
      return telling && asNotice(forge.name, telling, action ? `${event}.${action}` : event, context.at);
    },
  });
}

const branchOf = (told: Retold): string | undefined =>
  told && "event" in told ? eventNamed(told.event).branch?.(told.body) : undefined;

/** What GitHub's own mapper says of an event that was put into its shape. */
export function tellAsGithub(
  { event, body, isAlone }: AsGithub,
  { title, heard }: Pick<Forge, "title" | "heard">,
  context: MapContext,
): Telling | undefined {
  const hears = (name: string, action?: string): boolean =>
    !isAlone &&
    (lookUp(heard, action === undefined ? name : `${name}.${action}`) ?? []).some(
      ([own, ownAction]) => context.hears?.(own, ownAction) === true,
    );
  return eventNamed(event, title).map(body, { ...context, hears });
}
