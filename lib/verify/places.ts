import type { ProofPlace } from "../model/dialect.ts";
import type { Inbound } from "../model/inbound.ts";
import { readBodyField } from "./body-field.ts";
import { equal } from "./equal.ts";
import { problem, type Proof } from "./proof.ts";
import { readRobotSign } from "./robot-sign.ts";

type Try = (secret: string) => boolean;

/** What a request carries that may be a secret, or how a signature of it is tried against one. */
type Found = readonly (string | Try | undefined)[];

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
  key: (_, { key, query }) => [key, query["key"]],
  query: ({ name }, { query }) => [query[name]],
  segment: ({ at, after }, { rest = [] }) => [rest[at]?.startsWith(after) ? rest[at].slice(after.length) : undefined],
  header: ({ name }, { headers }) => [headers[name.toLowerCase()]],
  bearer: (_, { headers }) => [bearerOf(headers["authorization"])],
  basic: (_, { headers }) => basicOf(headers["authorization"]),
  authorization: ({ name }, { query }) => {
    const header = fromBase64(query[name]);
    return [bearerOf(header), ...basicOf(header)];
  },
  field: ({ name }, inbound) => [readBodyField(inbound, name)],
  sign: ({ of }, inbound) => [readRobotSign(of, inbound)],
};

const find = <Each extends Kind>(place: Extract<ProofPlace, { kind: Each }>, inbound: Inbound): Found => {
  const read: Readers[Each] = readers[place.kind];
  return read(place, inbound);
};

const triesOf = (found: Found): readonly Try[] =>
  found.flatMap((each) => {
    if (typeof each === "function") return [each];
    return each ? [(secret: string) => equal(each, secret)] : [];
  });

const names = {
  key: "/<secret>, ?key=<secret>",
  query: "?{name}=<secret>",
  segment: "{after}<secret>",
  header: "{name}: <secret>",
  bearer: "Authorization: Bearer <secret>",
  basic: "Authorization: Basic",
  authorization: "?{name}=",
  field: "body.{name}",
  sign: "sign",
} as const satisfies Record<ProofPlace["kind"], string>;

const nameOf = (place: ProofPlace): string =>
  names[place.kind].replace(/\{(\w+)\}/g, (_, part: string) => String(Reflect.get(place, part)));

/**
 * What a request brings by the places of its dialect: any of them proves it, since clients put things into a URL that its
 * owner did not ask for (DingTalk's `sign` beside a right token). Each is tried, so that the time tells nothing.
 */
export function placesProof(places: readonly ProofPlace[], inbound: Inbound): Proof {
  const tries = places.flatMap((place) => triesOf(find(place, inbound)));
  const list = places.map(nameOf);
  if (tries.length === 0)
    return problem(
      `no secret in the request: expected ${list.join(" or ")}`,
      `请求里没有密钥：要 ${list.join(" 或 ")}`,
    );
  return {
    kind: "proof",
    where: { en: "the secret in the request", zh: "请求里的密钥" },
    matches: (secret) => tries.map((matches) => matches(secret)).includes(true),
  };
}
