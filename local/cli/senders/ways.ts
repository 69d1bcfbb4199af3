import type { AuthScheme, SignatureHeaders } from "../../../lib/model/auth.ts";
import type { ProofPlace } from "../../../lib/model/dialect.ts";
import type { Said } from "../../../lib/model/said.ts";
import { type Call, type Entered, field, said, type Sender, type Way } from "./sender.ts";

const address: Said = said("地址", "URL");

/** What is entered and posted for a proof in some place, where the sender has no words of its own for it. */
type Plain = { readonly enter: readonly Entered[]; readonly call: Omit<Call, "url">; readonly behind?: string };

const inBody = (name: string): Plain => ({ enter: [field(name)], call: { fields: { [name]: "{secret}" } } });

const inHeader = (name: string, value: string): Plain => ({
  enter: [field("请求头", "header", `${name}: ${value}`)],
  call: { headers: { [name]: value } },
});

type Kind = ProofPlace["kind"];

type Plains = { readonly [Each in Kind]: (place: Extract<ProofPlace, { kind: Each }>) => Plain | undefined };

/** What stands between a vendor's own words in an address is for the entry of that vendor to say. */
const none = (): undefined => undefined;

const signed = ({ of }: { readonly of: NonNullable<Call["signs"]> }): Plain => ({
  enter: [field("签名密钥", "signing secret")],
  call: { signs: of },
});

const plains: Plains = {
  key: () => ({ enter: [], call: {}, behind: "/{secret}" }),
  query: ({ name }) => ({ enter: [], call: {}, behind: `?${name}={secret}` }),
  header: ({ name }) => inHeader(name, "{secret}"),
  bearer: () => inHeader("Authorization", "Bearer {secret}"),
  basic: () => ({
    enter: [field("用户名", "user", "relay"), field("密码", "password")],
    call: { headers: { Authorization: "Basic {basic}" } },
  }),
  field: ({ name }) => inBody(name),
  list: ({ name }) => inBody(name),
  sign: signed,
  hmac: signed,
  segment: none,
  last: none,
  authorization: none,
};

const plainOf = <Each extends Kind>(place: Extract<ProofPlace, { kind: Each }>): Plain | undefined => {
  const make: Plains[Each] = plains[place.kind];
  return make(place);
};

/** How a sender is set up whose requests are proved in a place: by its own words for that, or in plain ones. */
export function wayOf(place: ProofPlace, { url = address, enter = {} }: Partial<Sender> = {}): Way | undefined {
  const plain = plainOf(place);
  if (!plain) return undefined;
  const at = `{at}${plain.behind ?? ""}`;
  return {
    enter: [{ field: url, value: at }, ...(enter[place.kind] ?? plain.enter)],
    call: { ...plain.call, url: at },
  };
}

/** Where the address alone is enough. */
export const addressOnly = ({ url = address }: Partial<Sender> = {}): Way => ({
  enter: [{ field: url, value: "{at}" }],
  call: { url: "{at}" },
});

/** The same where the sender's user gives the headers of the signature names of their own. */
export function withHeaders({ enter, call, ...way }: Way, { signature, timestamp }: SignatureHeaders): Way {
  const named = [
    ...(signature === undefined ? [] : [field("签名的请求头", "header of the signature", signature)]),
    ...(timestamp === undefined ? [] : [field("时间的请求头", "header of the timestamp", timestamp)]),
  ];
  return { ...way, enter: [...enter, ...named], call: { ...call, ...(signature && { signedIn: signature }) } };
}

/** Where each scheme that a route may name has its secret. */
export const placeOf = {
  github: { kind: "hmac", of: "github" },
  grafana: { kind: "hmac", of: "grafana" },
  hmac: { kind: "hmac", of: "hmac" },
  bearer: { kind: "bearer" },
  basic: { kind: "basic" },
  key: { kind: "query", name: "key" },
} as const satisfies Record<AuthScheme, ProofPlace>;
