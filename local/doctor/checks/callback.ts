import type { Said } from "../../../lib/model/said.ts";
import type { CallbackFacts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { type Check, fault, isReal, skip } from "./check.ts";

/** Whether QQ's callback would come in and be believed: our own key signs an address check, sent by way of the public address. */
export const checkCallback: Check = (facts) => {
  const { callback, where, relay } = facts;
  if (callback?.answer.kind === "untried") return withoutKey(callback.url);
  if (callback) return [...checkAddress(callback.url), ...checkAnswer(callback)].slice(0, 1);
  const byCallback =
    where === "deployed" || (relay && "run" in relay && relay.run?.events === "callback" && !relay.run.simulated);
  if (!byCallback || !isReal(facts)) return [];
  return skip(
    "不知道公网的回调地址：加上 --callback https://…/events（QQ 开放平台里填的那个），或在 .env 里设 RELAY_CALLBACK_URL；还要有 QQ_APP_ID 和 QQ_APP_SECRET",
    "the public callback address is not known: add --callback https://…/events, as QQ's console has it, or set RELAY_CALLBACK_URL in .env; QQ_APP_ID and QQ_APP_SECRET are needed too",
  );
};

const withoutKey = (url: string): ReturnType<Check> =>
  skip(
    `没有去问 ${url}：请求要用机器人的密钥签名，先设好 QQ_APP_ID 和 QQ_APP_SECRET`,
    `${url} was not asked: the request is signed by the bot's key, so set QQ_APP_ID and QQ_APP_SECRET first`,
  );

/** What QQ's console takes. */
const ports: ReadonlySet<string> = new Set(["", "80", "8080", "8443"]);

function checkAddress(url: string): readonly Finding[] {
  const { protocol, port, hostname } = new URL(url);
  if (protocol === "https:" && ports.has(port) && hostname !== "localhost" && !/^[\d.]+$|^\[/.test(hostname)) return [];
  return [
    fault("callback", {
      message: {
        zh: `QQ 不会调用 ${url}：要 https、域名、端口 443、80、8080 或 8443`,
        en: `QQ does not call ${url}: it takes https, a domain name, and port 443, 80, 8080 or 8443`,
      },
      fix: {
        zh: '在前面放一个有证书的反向代理（docs/self-host.zh-CN.md），或改用 events: "gateway"，那样不需要公网地址',
        en: 'Put a reverse proxy with a certificate in front (docs/self-host.md), or use events: "gateway", which needs no public address',
      },
    }),
  ];
}

/** Codes of Node's for a certificate that browsers, and QQ, would not trust. */
const isOfCertificate = (code: string): boolean =>
  /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ERR_SSL|EPROTO/.test(code);

function checkAnswer({ url, answer }: CallbackFacts): readonly Finding[] {
  switch (answer.kind) {
    case "proven":
    case "untried":
      return [];
    case "lost":
      return [isOfCertificate(answer.code) ? badCertificate(url, answer.code) : unreached(url, answer.code)];
    default:
      return [answer.relay ? otherBot(url, answer.status) : foreign(url, answer.status)];
  }
}

const find = (message: Said, fix: Said): Finding => fault("callback", { message, fix });

const badCertificate = (url: string, code: string): Finding =>
  find(
    {
      zh: `${url} 的证书不受信任（${code}），QQ 不会调用它`,
      en: `The certificate of ${url} is not trusted (${code}), so QQ does not call it`,
    },
    {
      zh: "换一张浏览器信任、没过期、写着这个域名的证书（如 Let's Encrypt），连同中间证书一起装",
      en: "Install one that browsers trust, in date, for this very domain, with its intermediates: Let's Encrypt's for one",
    },
  );

const unreached = (url: string, code: string): Finding =>
  find(
    { zh: `从这台机器连不上 ${url}（${code}）`, en: `${url} cannot be reached from this machine (${code})` },
    {
      zh: '看域名解析、端口转发、防火墙、反向代理或隧道是否在运行；路由器不支持从内网访问自己的公网地址时，从外面再试一次；或改用 events: "gateway"',
      en: 'Check DNS, port forwarding, the firewall, and that the reverse proxy or tunnel runs; where the router does not lead back to itself, try from outside; or use events: "gateway"',
    },
  );

const otherBot = (url: string, status: number): Finding =>
  find(
    {
      zh: `${url} 是中继，但不认这个机器人（HTTP ${status}）`,
      en: `${url} is a relay's, and it refuses this bot (HTTP ${status})`,
    },
    {
      zh: "那个中继的 QQ_APP_ID、QQ_APP_SECRET 要和这里的一样，时钟要准；改完重新启动或部署",
      en: "That relay needs the same QQ_APP_ID and QQ_APP_SECRET as are set here, and a right clock; then start or deploy it again",
    },
  );

const foreign = (url: string, status: number): Finding =>
  find(
    {
      zh: `${url} 应答的不是中继（HTTP ${status}），QQ 的校验通不过`,
      en: `What answers at ${url} is not the relay (HTTP ${status}): QQ's check of the address fails`,
    },
    {
      zh: "地址要以 /events 结尾（AWS 上是 sst deploy 打印的 events）；反向代理要把这个路径原样转给 8787 端口，不跳转、不要登录页",
      en: "The address ends with /events (in AWS it is the events that sst deploy printed); the reverse proxy has to pass that path on to port 8787 as it is, with no redirect or login page",
    },
  );
