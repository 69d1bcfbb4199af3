import { join } from "node:path";
import { expect, it } from "vitest";
import type { GatewayStatus, Trouble } from "../../../lib/model/gateway-status.ts";
import { sayGateway } from "../../../lib/render/words/gateway-words.ts";

const status = (state: GatewayStatus["state"], trouble?: Trouble, isQuiet = false): GatewayStatus => ({
  state,
  trouble,
  isQuiet,
  since: 0,
  retryAt: undefined,
  lastEvent: undefined,
  lastAck: undefined,
  resumes: 0,
  identifies: 0,
  held: 0,
});

const cases: readonly GatewayStatus[] = [
  status("connecting"),
  status("connected"),
  status("connected", undefined, true),
  status("waiting"),
  ...(["network", "api", "silent", "relay", "budget"] as const).map((trouble) => status("waiting", trouble)),
  ...(["credentials", "allow-list", "intents", "refused", "sandbox", "banned"] as const).map((trouble) =>
    status("refused", trouble),
  ),
  status("stopped", "protocol"),
  status("stopped"),
];

it("says in both languages how the connection is, and what to do", async () => {
  const said = cases.map((each) => {
    const { zh, en } = sayGateway(each);
    return `${each.state} ${each.trouble ?? ""}${each.isQuiet ? "quiet" : ""}\n  ${zh}\n  ${en}\n`;
  });
  await expect(said.join("\n")).toMatchFileSnapshot(join(import.meta.dirname, "../../golden/words/gateway.txt"));
});
