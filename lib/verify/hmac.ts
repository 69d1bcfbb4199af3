import { createHmac } from "node:crypto";
import type { Hmac } from "../model/hmac.ts";
import type { Inbound } from "../model/inbound.ts";
import { equal } from "./equal.ts";
import { hmacKeys } from "./hmac-keys.ts";
import { problem, type Proof, type ReadProof } from "./proof.ts";
import { digestsOf, howWritten } from "./read-digests.ts";
import { looksStamped, signedBody } from "./signed-body.ts";
import { type ReadTime, readTime } from "./signed-time.ts";

/** Reads the signature of a request as a sender makes it. */
export const hmacProof =
  (hmac: Hmac): ReadProof =>
  (inbound) => {
    const names = hmac.headers.join(" / ");
    return (
      readHmac(hmac, inbound) ??
      problem(
        `no ${names} header: the sender must sign the body with the route's secret`,
        `没有 ${names} 请求头：发送方要用路由的密钥给正文签名`,
      )
    );
  };

/** What a request brings of a signature; undefined where it has none of the headers that may carry it. */
export function readHmac(hmac: Hmac, inbound: Inbound): Proof | undefined {
  const sent = hmac.headers.flatMap((name) => {
    const value = inbound.headers[name.toLowerCase()];
    return value === undefined ? [] : [{ name, value: value.trim() }];
  });
  const [first] = sent;
  if (!first) return undefined;
  const name = sent.map((each) => each.name).join(" / ");
  const digests = sent.flatMap(({ value }) => digestsOf(hmac, value));
  if (digests.length === 0) {
    const { en, zh } = howWritten(hmac);
    return problem(`${name} is malformed: expected ${en}`, `${name} 格式不对：要${zh}`);
  }
  const time = hmac.time && readTime(hmac.time, inbound, first);
  if (time?.kind === "problem") return time;
  if (hmac.time?.isOptional && !time && looksStamped(inbound.body)) return unstamped(hmac.time);
  const id = hmac.id && readId(hmac.id, inbound);
  if (typeof id === "object") return id;
  return signedProof(hmac, { name, digests, time, id }, inbound);
}

const unstamped = (time: Hmac["time"]): Proof => {
  const name = time && "header" in time ? time.header : "";
  return problem(
    `no ${name} header, though the body begins like a time-stamped text: send the header`,
    `没有 ${name} 请求头，正文却以时间戳开头：请带上这个请求头`,
  );
};

/** An id is joined to what else is signed by full stops: with one in it, another text would have the same signature. */
function readId(name: string, { headers }: Inbound): string | Proof {
  const id = headers[name.toLowerCase()];
  if (id === undefined || id === "")
    return problem(
      `no ${name} header, which the signature needs: send it`,
      `没有 ${name} 请求头，而签名要用到它：请带上`,
    );
  return id.includes(".")
    ? problem(`${name} is malformed: it has a full stop in it`, `${name} 格式不对：里面有英文句点`)
    : id;
}

type Read = {
  readonly name: string;
  readonly digests: readonly Uint8Array[];
  readonly time: ReadTime | undefined;
  readonly id: string | undefined;
};

function signedProof(hmac: Hmac, { name, digests, time, id }: Read, inbound: Inbound): Proof {
  const template = hmac.time?.isOptional && !time ? "{body}" : (hmac.signed ?? "{body}");
  const body = signedBody(hmac, inbound.body);
  const stamp = hmac.time && "header" in hmac.time ? time?.name : undefined;
  const length = inbound.body.byteLength;
  const reckon = (key: string | Uint8Array, secret: string): Uint8Array => {
    const parts: Readonly<Record<string, string | Uint8Array>> = {
      "{body}": body,
      "{time}": time?.text ?? "",
      "{id}": id ?? "",
      "{secret}": secret,
    };
    const digest = createHmac(hmac.algorithm ?? "sha256", key);
    for (const part of template.split(/(\{\w+\})/)) digest.update(parts[part] ?? part);
    return digest.digest();
  };
  return {
    kind: "proof",
    where: {
      en: `${name} over a body of ${length} bytes${stamp ? ` and ${stamp}` : ""}`,
      zh: `${name}（正文 ${length} 字节）${stamp ? `连同 ${stamp} ` : ""}`,
    },
    matches: (secret) =>
      hmacKeys(hmac, secret)
        .map((key) => reckon(key, secret))
        .flatMap((expected) => digests.map((digest) => equal(digest, expected)))
        .includes(true),
  };
}
