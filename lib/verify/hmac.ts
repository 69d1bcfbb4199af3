import { createHmac } from "node:crypto";
import type { Inbound } from "../model/inbound.ts";
import type { Said } from "../model/said.ts";
import { equal } from "./equal.ts";
import { problem, type Proof, type ReadProof } from "./proof.ts";
import { second } from "../base/time.ts";

/**
 * Where a scheme keeps its HMAC-SHA256, and how it writes it: what stands before the hex digits, and between the timestamp
 * and the body where it signs both. Names are as people write them; lookups use lower case.
 */
type HmacHeaders = {
  readonly signature: string;
  readonly timestamp?: string;
  readonly prefix?: string;
  readonly joint?: string;
  /** Whether a request without the timestamp is refused. */
  readonly isTimed?: boolean;
};

/** How far a timestamp may lie from the arrival, either way. */
const tolerance = 5 * 60;

/** Reads `<signature>: sha256=<hex>` over the raw body, or over `<timestamp>.<raw body>` where that header is sent. */
export const hmacProof =
  (headers: HmacHeaders): ReadProof =>
  (inbound) => {
    const signature = inbound.headers[headers.signature.toLowerCase()];
    if (signature === undefined) {
      return problem(
        `no ${headers.signature} header: the sender must sign the body with the route's secret`,
        `没有 ${headers.signature} 请求头：发送方要用路由的密钥给正文签名`,
      );
    }
    const { prefix = "sha256=" } = headers;
    const [, before, hex] = /^(sha256=|)([0-9a-f]{64})$/i.exec(signature.trim()) ?? [];
    if (hex === undefined || before?.toLowerCase() !== prefix) {
      return problem(
        `${headers.signature} is malformed: expected ${prefix && `${prefix} and `}64 hex digits`,
        `${headers.signature} 格式不对：要${prefix && ` ${prefix} 加`} 64 位十六进制`,
      );
    }
    return timedProof(headers, hex, inbound);
  };

function timedProof(
  { signature, timestamp: name, joint = ".", isTimed }: HmacHeaders,
  hex: string,
  inbound: Inbound,
): Proof {
  const where = {
    en: `${signature} over a body of ${inbound.body.length} bytes`,
    zh: `${signature}（正文 ${inbound.body.length} 字节）`,
  };
  if (name === undefined) return signedProof(where, hex, inbound.body);
  const stamp = inbound.headers[name.toLowerCase()];
  if (stamp === undefined) {
    return isTimed || looksStamped(inbound.body)
      ? problem(
          `no ${name} header, ${isTimed ? "which the route asks for" : "though the body begins like a time-stamped text"}: send the header`,
          `没有 ${name} 请求头，${isTimed ? "而路由要求它" : "正文却以时间戳开头"}：请带上这个请求头`,
        )
      : signedProof(where, hex, inbound.body);
  }
  if (!/^[1-9]\d{9}$/.test(stamp))
    return problem(
      `${name} is malformed: expected seconds of the epoch, ten digits`,
      `${name} 格式不对：要 1970 年以来的秒数，十位数字`,
    );
  const age = Math.abs(inbound.at.getTime() / second - Number(stamp));
  if (age > tolerance) {
    return problem(
      `stale timestamp: ${name} is ${Math.round(age)} s away from the relay's clock, ${tolerance} s are allowed`,
      `时间戳过期：${name} 和中继的时钟差 ${Math.round(age)} 秒，最多允许 ${tolerance} 秒`,
    );
  }
  return signedProof(
    { en: `${where.en} and ${name}`, zh: `${where.zh}连同 ${name} ` },
    hex,
    Buffer.concat([Buffer.from(`${stamp}${joint}`), inbound.body]),
  );
}

/**
 * Keeps a recorded time-stamped request from passing later as an unstamped one whose body is the text that was signed; one
 * whose stamp was refused for its zeros too.
 */
const looksStamped = (body: Uint8Array): boolean =>
  /^0*[1-9]\d{9}[.:]/.test(Buffer.from(body.subarray(0, 100)).toString("latin1"));

const signedProof = (where: Said, hex: string, signed: Uint8Array): Proof => ({
  kind: "proof",
  where,
  matches: (secret) => equal(Buffer.from(hex, "hex"), createHmac("sha256", secret).update(signed).digest()),
});
