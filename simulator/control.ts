import type { Answer } from "./answer.ts";
import { change } from "./control/change.ts";
import { refuseControl } from "./control/endpoint.ts";
import { gateway, lookAtGateway } from "./control/gateway.ts";
import { look } from "./control/look.ts";
import { speak } from "./control/speak.ts";
import type { PageAnswer } from "./page/page-answer.ts";
import type { SimRequest } from "./request.ts";
import type { World } from "./state.ts";

const groups = [look, change, speak, gateway, lookAtGateway];
const names = [...new Set(groups.flatMap((group) => Object.keys(group)))];

/** The `/_sim/*` endpoints: JSON in, JSON out, and a 400 that names the field when a body does not fit. */
export async function answerControl(world: World, request: SimRequest): Promise<Answer | PageAnswer> {
  const name = request.path.slice("/_sim/".length);
  const named = groups.flatMap((group) => (Object.hasOwn(group, name) ? (group[name] ?? []) : []));
  const endpoint = named.find(({ method }) => method === request.method);
  if (endpoint) return endpoint.answer(world, request);
  return named.length > 0
    ? refuseControl(405, `use ${named.map(({ method }) => method).join(" or ")}`)
    : refuseControl(404, `no such endpoint; there are ${names.join(", ")}`);
}
