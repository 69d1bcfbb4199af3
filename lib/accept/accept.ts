import { admit } from "./admit.ts";
import { accepted, tooManyGuesses } from "./answers.ts";
import { enlist } from "./enlist.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Called } from "./called.ts";
import { findRoute } from "./find-route.ts";
import { provenBy } from "./prove.ts";
import { loadReader, readNotice } from "./read-notice.ts";
import type { Answer, ExactAnswer, Inbound } from "../model/inbound.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import { logRouteFault } from "../outbox/log-route-fault.ts";
import { deliveryKey, repeatWithin } from "../policy/intake/delivery-key.ts";
import { segmentsOf } from "../policy/intake/fit-path.ts";
import { pickTargets } from "../policy/intake/pick-targets.ts";
import { targetsOf } from "../policy/intake/targets-of.ts";
import { reasonOfSilence } from "../policy/intake/tell-reason.ts";
import { readingMarkup } from "../sources/markup/reading.ts";
import { trustedPart } from "../verify/trusted-part.ts";

/**
 * Takes a webhook: receive ▸ verify ▸ parse ▸ filter ▸ map ▸ enlist, then wakes the deliverer. What is accepted is durable and
 * deduplicated before the sender gets its 2xx, whether QQ can take it now or not. `deadline` in ms of the epoch.
 */
export async function accept(
  inbound: Inbound,
  deadline: number,
  ports: AcceptPorts,
): Promise<Answer | ExactAnswer | Refusal> {
  if (isVisit(inbound)) return welcome(ports);
  const found = findRoute(inbound, ports);
  if (isRefusal(found)) return logRefused(found, ports, namedRoute(inbound, ports));
  if (found.atRoot && ports.guesses.areSpent(found.id, inbound.at)) return refuseGuess(found, ports);
  const outcome = await take(found, deadline, ports);
  if (found.atRoot && isWrongGuess(outcome)) ports.guesses.note(found.id, inbound.at);
  return inWords(found, outcome);
}

/** The route that a refused request's path begins with, whatever its scene; a name that no route has is never logged. */
function namedRoute({ path }: Inbound, { routes }: AcceptPorts): string | undefined {
  const [id = ""] = segmentsOf(path);
  return Object.hasOwn(routes, id) ? id : undefined;
}

/** A sender whom its route's credential does not prove: where the credential is the address, it is being guessed. */
const isWrongGuess = (outcome: Outcome): boolean => isRefusal(outcome) && outcome.refusal === "unauthorized";

function refuseGuess({ id }: Called, { log }: AcceptPorts): Answer {
  log("warn", "refused", { route: id, refusal: "too-many-guesses" });
  return tooManyGuesses;
}

/** What became of a request: a refusal, an answer that was given beside the line, or what was taken under which id. */
type Outcome = Refusal | ExactAnswer | { readonly answer: Answer; readonly delivery: string };

async function take(called: Called, deadline: number, ports: AcceptPorts): Promise<Outcome> {
  const { id, source, inbound } = called;
  const proven = await admit(called, deadline, ports);
  if (isRefusal(proven)) return logRefused(proven, ports, id);
  if ("status" in proven) return { answer: proven, delivery: "" };
  const aside = source.dialect?.aside?.(inbound);
  if (aside) return aside;
  const route = { ...called.route, source: source.name };
  const reader = await loadReader(source, route, inbound);
  const trusted = trustedPart(provenBy(called), inbound);
  const read = await readingMarkup(() => readNotice(trusted, route, reader, ports.settings));
  if (isRefusal(read)) return logRefused(read, ports, id);

  const { parsed, told, faults } = read;
  for (const fault of faults) logRouteFault({ route: id, ...fault }, ports.log);
  const picked = pickTargets(called.route, parsed.chat);
  if (isRefusal(picked)) return logRefused(picked, ports, id);
  const { key, earlier } = deliveryKey(parsed, repeatWithin(route, source, parsed), inbound.at);
  const delivery = `${id}#${key}`;
  if ("notice" in told) {
    const first = earlier && { delivery: `${id}#${earlier.key}`, since: earlier.since };
    const work = { id, route: picked, delivery, ...(first && { first }), notice: told.notice, inbound, ...proven };
    return { answer: await enlist(work, deadline, ports), delivery };
  }
  ports.log("info", "ignored", { route: id, event: parsed.event, reason: told.silent });
  const reason = reasonOfSilence(told.silent);
  const ignored = targetsOf(picked).map((target) => ({ id: delivery, target, state: "ignored" as const, reason }));
  return { answer: accepted(ignored), delivery };
}

/** The answer in the words of the source's vendor, where it has some; a store that is down is told as it is. */
function inWords({ source, route, inbound }: Called, outcome: Outcome): Answer | ExactAnswer | Refusal {
  const { dialect } = source;
  if (isRefusal(outcome)) return dialect?.refused?.(outcome, inbound) ?? outcome;
  if ("text" in outcome) return outcome;
  const { answer, delivery } = outcome;
  if (answer.status !== 202) return answer;
  if (dialect?.taken) return dialect.taken(inbound, delivery);
  return route.answer === undefined ? answer : { ...answer, status: route.answer };
}

/** People who paste a scene's address into a browser. */
const isVisit = ({ method, path }: Inbound): boolean => /^\/*$/.test(path) && (method === "GET" || method === "HEAD");

/** It tells them that it lives. */
const welcome = ({ scene }: AcceptPorts): Answer => ({
  status: 200,
  body: { status: "ok", scene, message: "qq-relay takes webhooks at /<route> by POST" },
});

function logRefused(refusal: Refusal, { log }: AcceptPorts, route?: string): Refusal {
  log("warn", "refused", { route, refusal: refusal.refusal, message: refusal.message });
  return refusal;
}
