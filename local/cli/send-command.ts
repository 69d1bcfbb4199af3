import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import * as z from "zod";
import type { Env } from "../../lib/compose/env.ts";
import type { Level } from "../../lib/model/level.ts";
import type { Route } from "../../lib/model/route.ts";
import { urlOf } from "../doors/url-of.ts";
import { SendAnswer } from "../operate/answers.ts";
import { findRoute } from "../operate/find-route.ts";
import { isRefused } from "../operate/operation.ts";
import { readConfiguration } from "../run/read-configuration.ts";
import { readSecrets } from "../run/secrets.ts";
import { readStartOptions } from "../run/start-options.ts";
import { isDeployed } from "./deployed.ts";
import { exitCodes, failure, refusedBy } from "./failure.ts";
import { type Answered, openOperations, type OperateOptions } from "./operate.ts";
import { printed } from "./printed.ts";
import { withProgress } from "./progress.ts";
import { showHeld } from "./show-held.ts";
import { showTarget } from "./show-target.ts";
import { signRequest } from "./sign-request.ts";

export type SendOptions = OperateOptions & {
  readonly level?: Level;
  /** The relay's address as senders see it: a scene's function URL, or what stands before the scene. */
  readonly base?: string;
};

/** What is told by a route. */
type Words = { readonly route: string; readonly title: string; readonly text: string | undefined };

/** What a command printed, and how it ended. */
type Ended = { readonly text: string; readonly exitCode: 0 | 1 };

/**
 * `relay send <route> <title> [text]`: to a route of source `generic` as any sender would, signed, through its door; to one of
 * another format, or on a deployed table, past the door straight among what is to be told.
 */
export async function runSend(words: Words, options: SendOptions, env: Env, now: () => number): Promise<Ended> {
  const isPosted = !isDeployed(options) || options.base !== undefined;
  const { routes } = await readConfiguration(options, env);
  const route = findRoute(words.route, routes);
  if (isRefused(route)) throw refusedBy(route.error, route.message);
  if (isPosted && [route.source].flat().includes("generic"))
    return endOf(await post(words, route, options, env), options);
  const { title, text, level } = { ...words, ...options };
  const operate = await openOperations(options, env, now);
  const request = { route: words.route, title, ...(text !== undefined && { text }), ...(level && { level }) };
  return endOf(await operate("send", request), options);
}

/** What QQ refused for good was not done. */
const endOf = (answer: Answered<"send">, options: SendOptions): Ended => ({
  text: printed(answer, options, showSent),
  exitCode: answer.deliveries.some(({ state }) => state === "failed") ? exitCodes.refused : 0,
});

const Fault = z.object({ error: z.string(), message: z.string() });

async function post(words: Words, route: Route, options: SendOptions, env: Env): Promise<Answered<"send">> {
  const base = baseOf(options.base, env);
  const body = JSON.stringify({ title: words.title, text: words.text, level: options.level });
  const proof = route.open ? { headers: {}, query: "" } : sign(route, body, base, env);
  const path = isFunctionUrl(base) ? `/${words.route}` : `/${route.scene}/${words.route}`;
  const headers = { "content-type": "application/json", "x-request-id": randomUUID(), prefer: "wait=10" };
  const response = await withProgress(
    { zh: "等 QQ 应答", en: "waiting for QQ" },
    fetch(`${base}${path}${proof.query}`, { method: "POST", headers: { ...headers, ...proof.headers }, body }).catch(
      (cause: unknown) => {
        throw failure("unreachable", notReached(base), cause);
      },
    ),
  );
  const answer: unknown = await response.json().catch(() => undefined);
  const read = SendAnswer.safeParse(answer);
  if (read.success) return read.data;
  const { data: fault } = Fault.safeParse(answer);
  if (!fault) throw failure("unreachable", notRelay(base));
  if (response.status === 401) throw failure("refused", notSigned(route));
  const [en = "", ...zh] = fault.message.split(" · ");
  throw failure(response.status === 404 ? "absent" : "refused", {
    zh: `${base}${path} 应答 ${response.status}：${zh.join(" · ") || en}`,
    en: `${base}${path} answered ${response.status}: ${en}`,
  });
}

/** The embedded run's secrets are its own; those of a deployed relay are in the environment. */
function sign(route: Route, body: string, base: string, env: Env): ReturnType<typeof signRequest> {
  const [name = ""] = [route.secret ?? []].flat();
  const file = isFunctionUrl(base) ? undefined : join(resolve(env["RELAY_DATA"] || ".relay"), "secrets.json");
  const secret = file === undefined ? env[name] : readSecrets([name], env, file).values[name];
  if (!secret) throw failure("refused", noSecret(name));
  return signRequest(route.auth ?? "bearer", secret, body);
}

function baseOf(base: string | undefined, env: Env): string {
  if (base === undefined) {
    const { host, port } = readStartOptions([], env).door;
    return urlOf(host, port);
  }
  if (URL.canParse(base) && /^https?:\/\/[^?#]+$/.test(base)) return base.replace(/\/+$/, "");
  throw failure("usage", {
    zh: `--base “${base}”要写成 https://…，不带查询串`,
    en: `--base "${base}" has to be an address, https://…, without a query`,
  });
}

/** A scene's own address in AWS: its routes stand right behind it. */
const isFunctionUrl = (base: string): boolean => /\.lambda-url\.[\w-]+\.on\.aws$/.test(base);

const notReached = (base: string) => ({
  zh: `${base} 没有应答。先 npm start；端口不同就设 PORT，或用 --base 指明发送方看到的地址；部署在 AWS 的用 --table 或 --stage。`,
  en: `${base} does not answer. Start the relay (npm start); set PORT where its port is another, or name its address as senders see it (--base); for AWS use --table or --stage.`,
});

const notRelay = (base: string) => ({
  zh: `${base} 应答的不是 qq-relay。请检查 PORT 或 --base。`,
  en: `What answers at ${base} is not qq-relay. Check PORT or --base.`,
});

const notSigned = ({ secret }: Route) => ({
  zh: `中继不认密钥 ${[secret ?? []].flat().join("、")}。它要和启动时的一样：看环境变量、.env 和 RELAY_DATA。`,
  en: `The relay does not take the secret ${[secret ?? []].flat().join(", ")}. It has to be that of its start: look at the environment, .env and RELAY_DATA.`,
});

const noSecret = (name: string) => ({
  zh: `不知道密钥 ${name} 的值：把它设成环境变量，或写进 .env`,
  en: `The value of the secret ${name} is not known: set it in the environment or in .env`,
});

const showSent = ({ deliveries }: Answered<"send">): string => {
  if (deliveries.length === 0)
    return "没有要发的：被路由的筛选挡下了 · nothing to tell: the route's filter stopped it\n";
  const rows = deliveries.map(({ id, target, state, reason, held }) =>
    [`${state}  ${showTarget(target)}  ${id}`, reason, held && showHeld(held, target)]
      .filter((part) => part !== undefined)
      .join("\n    ")
      .concat("\n"),
  );
  const [first] = deliveries;
  return `${rows.join("")}看它到哪一步 · how far it got: npm run relay -- trace "${first?.id}"\n`;
};
