import { accepted } from "./answers.ts";
import { enlist } from "./enlist.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import { readNotice } from "./read-notice.ts";
import type { AuthScheme } from "../model/auth.ts";
import type { Answer, Inbound } from "../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../model/refusal.ts";
import type { SceneName } from "../model/scene.ts";
import type { Route } from "../model/route.ts";
import { logRouteFault } from "../outbox/log-route-fault.ts";
import { deliveryKey, repeatWithin } from "../policy/intake/delivery-key.ts";
import { targetsOf } from "../policy/intake/targets-of.ts";
import { reasonOfSilence } from "../policy/intake/tell-reason.ts";
import { sources } from "../sources/index.ts";
import { trustedPart } from "../verify/trusted-part.ts";
import { verify } from "../verify/verify.ts";

/** AWS refuses larger requests itself; the local run and other fronts are held to the same. */
const maxBytes = 6 * 1_024 * 1_024;

/**
 * Takes a webhook: receive ▸ verify ▸ parse ▸ filter ▸ map ▸ enlist, then wakes the deliverer. What is accepted is durable and
 * deduplicated before the sender gets its 2xx, whether QQ can take it now or not. `deadline` in ms of the epoch.
 */
export async function accept(inbound: Inbound, deadline: number, ports: AcceptPorts): Promise<Answer | Refusal> {
  const id = inbound.path.replace(/^\/|\/$/g, "");
  if (id === "") return welcome(inbound, ports);
  const route = Object.hasOwn(ports.routes, id) ? ports.routes[id] : undefined;
  if (!route || route.scene !== ports.scene) return logRefused(refuseRoute(id, route, ports.scene), ports);
  const proven = prove(inbound, route, ports);
  if (isRefusal(proven)) return logRefused(proven, ports, id);
  const read = readNotice(trustedPart(schemeOf(route), inbound), route, ports.settings);
  if (isRefusal(read)) return logRefused(read, ports, id);

  const { parsed, told, faults } = read;
  for (const fault of faults) logRouteFault({ route: id, ...fault }, ports.log);
  const { key, earlier } = deliveryKey(parsed, repeatWithin(route, sourceOf(route)), inbound.at);
  const delivery = `${id}#${key}`;
  if ("notice" in told) {
    const first = earlier && { delivery: `${id}#${earlier.key}`, since: earlier.since };
    const work = { id, route, delivery, ...(first && { first }), notice: told.notice, inbound, ...proven };
    return enlist(work, deadline, ports);
  }
  ports.log("info", "ignored", { route: id, event: parsed.event, reason: told.silent });
  const reason = reasonOfSilence(told.silent);
  return accepted(targetsOf(route).map((target) => ({ id: delivery, target, state: "ignored", reason })));
}

/** GET on a scene's root tells people who paste the address into a browser that it lives. */
function welcome(inbound: Inbound, { scene }: AcceptPorts): Answer | Refusal {
  return inbound.method === "GET" || inbound.method === "HEAD"
    ? { status: 200, body: { status: "ok", scene, message: "qq-relay takes webhooks at /<route> by POST" } }
    : refuse(
        "unknown-route",
        "a route's name is missing after the address: POST to /<route>",
        "地址后面缺路由的名字：请 POST 到 /<路由>",
      );
}

/** Of a route that there is, though of another scene, the right address is told; names of others are nobody's business. */
const refuseRoute = (id: string, route: Route | undefined, scene: SceneName): Refusal =>
  route
    ? refuse(
        "unknown-route",
        `${id} is a ${route.scene} route: /${route.scene}/${id}`,
        `${id} 是 ${route.scene} 的路由：/${route.scene}/${id}`,
      )
    : refuse(
        "unknown-route",
        `no ${scene} route has this path; routes are named in infra/routes.ts`,
        `没有这个路径的 ${scene} 路由；路由写在 infra/routes.ts 里`,
      );

/** A request that may be read, and the name of the secret that proved it, where its route asks for one. */
type Proven = { readonly secret?: string };

const notPost = refuse(
  "method-not-allowed",
  "this address takes webhooks: send them by POST",
  "这个地址收 webhook：请用 POST 发送",
);

const tooLarge = refuse("too-large", "the body is over 6 MB", "正文超过 6 MB");

function prove(inbound: Inbound, route: Route, ports: AcceptPorts): Proven | Refusal {
  if (inbound.method !== "POST") return notPost;
  if (inbound.body.byteLength > maxBytes) return tooLarge;
  if (route.open) return {};
  const names = [route.secret ?? []].flat();
  const verified = verify(route.auth ?? sourceOf(route).auth, inbound, ports.secretsOf(names), names, route.headers);
  if (isRefusal(verified)) return verified;
  const secret = names[verified.secret];
  return secret === undefined ? {} : { secret };
}

/** How a route's sender proves itself; undefined where it need not. */
const schemeOf = (route: Route): AuthScheme | undefined =>
  route.open ? undefined : (route.auth ?? sourceOf(route).auth);

const sourceOf = ({ source }: Route) => sources[source as keyof typeof sources];

function logRefused(refusal: Refusal, { log }: AcceptPorts, route?: string): Refusal {
  log("warn", "refused", { route, refusal: refusal.refusal, message: refusal.message });
  return refusal;
}
