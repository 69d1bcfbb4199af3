import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";
import { pushSecret } from "../push.ts";

/** The least that a relay does: proof of the sender, an answer, one message to QQ. Nothing is stored, counted or tried again. */
const { QQ_APP_ID: appId = "", QQ_APP_SECRET: clientSecret = "", QQ_API_BASE: base = "" } = process.env;

const qq = new Pool(base);
const json = { "content-type": "application/json" };
const token = (await (
  await fetch(`${base}/app/getAppAccessToken`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ appId, clientSecret }),
  })
).json()) as { readonly access_token: string };
const headers = { ...json, authorization: `QQBot ${token.access_token}` };

let told = 0;
async function tell(group: string, body: Buffer): Promise<void> {
  const { commits } = JSON.parse(body.toString()) as { readonly commits: readonly { readonly message: string }[] };
  const content = commits.map(({ message }) => message).join("\n");
  const message = JSON.stringify({ content, msg_type: 0 });
  const answer = await qq.request({ method: "POST", path: `/v2/groups/${group}/messages`, headers, body: message });
  await answer.body.dump();
  told += 1;
}

const isProved = (body: Buffer, signature: string): boolean => {
  const right = Buffer.from(`sha256=${createHmac("sha256", pushSecret).update(body).digest("hex")}`);
  return signature.length === right.length && timingSafeEqual(Buffer.from(signature), right);
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const proved = isProved(body, String(request.headers["x-hub-signature-256"]));
    response.writeHead(proved ? 202 : 401, json).end("{}\n");
    if (proved) tell((request.url ?? "").split("/").at(-1) ?? "", body).catch(console.error);
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");

process.on("message", () => process.send?.(told));
process.once("disconnect", () => process.exit());
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
