import * as z from "zod";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { Target } from "../../lib/model/target.ts";
import { TraceAnswer } from "./answers.ts";
import { knownTargets } from "./find-target.ts";
import { defineOperation, refuse, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { tellTrace } from "./tell-delivery.ts";
import { withHeld } from "./with-held.ts";

const Request = z.object({ id: z.string().min(1) });

/** What a message that QQ took is looked for among: the newest of each conversation. */
const maxLooks = 200;

/** One delivery from its sender's id to QQ's message: by its id, by the sender's alone, or by QQ's id of the message. */
export const trace = defineOperation({
  request: Request,
  answer: TraceAnswer,
  run: async ({ id }, ports) => {
    const found = await findDeliveries(id, ports);
    return "error" in found ? found : { deliveries: await withHeld(found, ports, tellTrace) };
  },
});

/** A delivery at each conversation that it goes to. */
export async function findDeliveries(id: string, ports: OperatePorts): Promise<readonly Delivery[] | Refused> {
  const known = await knownTargets(ports);
  const byId = await Promise.all(
    known.flatMap(({ target, routes }) =>
      [id, ...routes.map((route) => `${route}#${id}`)].map((each) => ports.store.readDelivery(target, each)),
    ),
  );
  const found = byId.filter((each) => each !== undefined);
  if (found.length > 0) return found;
  const byMessage = await Promise.all(known.map(({ target }) => findMessage(id, target, ports)));
  if (byMessage.flat().length > 0) return byMessage.flat();
  return refuse("unknown-delivery", {
    zh: `没有投递“${id}”。id 是接收时应答里的 deliveries[].id、发送方自己的 id（如 X-GitHub-Delivery）或 QQ 的消息 id；看 npm run relay -- deliveries`,
    en: `there is no delivery "${id}". An id is deliveries[].id of the relay's answer, the sender's own (X-GitHub-Delivery), or that of QQ's message; see npm run relay -- deliveries`,
  });
}

async function findMessage(id: string, target: Target, { store }: OperatePorts): Promise<readonly Delivery[]> {
  const newest = await store.listDeliveries(target, maxLooks);
  return newest.filter(({ messageId }) => messageId === id);
}
