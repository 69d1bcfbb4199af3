import type { ProofPlace } from "../model/dialect.ts";
import { hmacs } from "../model/hmac.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Said } from "../model/said.ts";
import { listBodyField, readBodyField } from "./body-field.ts";
import { equal } from "./equal.ts";
import { readHmac } from "./hmac.ts";
import { problem, type Proof } from "./proof.ts";
import { readRobotSign } from "./robot-sign.ts";
import { headerReadings } from "./token.ts";

/** Of a list, so many are tried: each is a guess. */
const maxListed = 20;

type Try = (secret: string) => boolean;

/** What a request carries that may be a secret, how a signature of it is tried against one, or why a signature cannot be. */
type Found = readonly (string | Try | Proof | undefined)[];

const bearerOf = (header: string | undefined): string | undefined => /^Bearer +([^ ]+) *$/i.exec(header ?? "")?.[1];

/** The password of a Basic header, whoever the user is. */
function basicOf(header: string | undefined): readonly string[] {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return [];
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  return [pair.slice(pair.indexOf(":") + 1)];
}

const fromBase64 = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : Buffer.from(text, "base64").toString("utf8");

type Kind = ProofPlace["kind"];

type Readers = { readonly [Each in Kind]: (place: Extract<ProofPlace, { kind: Each }>, inbound: Inbound) => Found };

const readers: Readers = {
  // To an address without a query DingTalk's clients append their `&timestamp=…&sign=…` all the same.
  key: (_, { key, query }) => [key, key?.includes("&") ? key.slice(0, key.indexOf("&")) : undefined, query["key"]],
  query: ({ name }, { query }) => [query[name]],
  segment: ({ at, after, numbered }, { rest = [] }) => {
    const found = rest[at]?.startsWith(after) ? rest[at].slice(after.length) : undefined;
    return [found, numbered && found?.replace(/^\d+:/, "")];
  },
  last: ({ before }, { key, rest = [] }) => {
    const last = rest.at(-1) ?? key;
    return [last?.endsWith(before) ? last.slice(0, -before.length) : undefined];
  },
  header: ({ name }, { headers }) => headerReadings(headers[name.toLowerCase()] ?? ""),
  bearer: (_, { headers }) => [bearerOf(headers["authorization"])],
  basic: (_, { headers }) => basicOf(headers["authorization"]),
  authorization: ({ name }, { query }) => {
    const header = fromBase64(query[name]);
    return [bearerOf(header), ...basicOf(header)];
  },
  field: ({ name }, inbound) => [readBodyField(inbound, name)],
  list: ({ name }, inbound) =>
    [...listBodyField(inbound, name), inbound.query[name] ?? ""]
      .flatMap((text) => [text, ...text.split(",", maxListed)])
      .slice(0, maxListed),
  sign: ({ of }, inbound) => [readRobotSign(of, inbound)],
  hmac: ({ of }, inbound) => [readHmac(hmacs[of], inbound)],
};

const find = <Each extends Kind>(place: Extract<ProofPlace, { kind: Each }>, inbound: Inbound): Found => {
  const read: Readers[Each] = readers[place.kind];
  return read(place, inbound);
};

const somewhere: Said = { en: "the secret in the request", zh: "请求里的密钥" };

/** What was found at a place, to be tried; headers are named, what stands in an address or a body is not. */
function proofOf(place: ProofPlace, found: Found[number]): readonly Proof[] {
  if (typeof found === "object") return [found];
  if (found === undefined || found === "") return [];
  const where = place.kind === "header" ? { en: place.name, zh: place.name } : somewhere;
  const matches = typeof found === "function" ? found : (secret: string) => equal(found, secret);
  return [{ kind: "proof", where, matches }];
}

const names = {
  key: "/<secret>, ?key=<secret>",
  query: "?{name}=<secret>",
  segment: "{after}<secret>",
  last: "/<secret>{before}",
  header: "{name}: <secret>",
  bearer: "Authorization: Bearer <secret>",
  basic: "Authorization: Basic",
  authorization: "?{name}=",
  field: "body.{name}",
  list: "{name}",
  sign: "sign",
  hmac: "{headers}: <HMAC>",
} as const satisfies Record<ProofPlace["kind"], string>;

const nameOf = (place: ProofPlace): string => {
  const said = place.kind === "hmac" ? { headers: hmacs[place.of].headers.join(" / ") } : place;
  return names[place.kind].replace(/\{(\w+)\}/g, (_, part: string) => String(Reflect.get(said, part)));
};

/**
 * What a request brings by the places of its dialect: any of them proves it, since clients put things into a URL that its
 * owner did not ask for (DingTalk's `sign` beside a right token). Each is tried, so that the time tells nothing.
 */
export function placesProof(places: readonly ProofPlace[], inbound: Inbound): Proof {
  const found = places.flatMap((place) => find(place, inbound).flatMap((each) => proofOf(place, each)));
  const proofs = found.filter((each) => each.kind === "proof");
  const problems = found.filter((each) => each.kind === "problem");
  if (proofs.length === 0) return problems[0] ?? missing(places);
  return {
    kind: "proof",
    where: eitherOf(proofs.map(({ where }) => where)),
    beside: problems.find(({ isStale }) => isStale),
    matches: (secret) => proofs.map(({ matches }) => matches(secret)).includes(true),
  };
}

const inOrder = (texts: readonly string[], or: string): string => [...new Set(texts)].join(or);

const eitherOf = (said: readonly Said[]): Said => ({
  en: inOrder(
    said.map(({ en }) => en),
    " or ",
  ),
  zh: inOrder(
    said.map(({ zh }) => zh),
    " 或 ",
  ),
});

function missing(places: readonly ProofPlace[]): Proof {
  const list = places.map(nameOf);
  return problem(
    `no secret in the request: expected ${list.join(" or ")}; enter the route's secret at the sender`,
    `请求里没有密钥：要 ${list.join(" 或 ")}；请在发送方填上路由的密钥`,
  );
}
