import { DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import { isClockSkewError } from "@smithy/core/retry";
import { SignatureV4 } from "@smithy/signature-v4";
import { minute, second } from "../../base/time.ts";
import { openConnections, type Posted } from "./connections.ts";
import type { Answer, Dynamo, Operation } from "./dynamo.ts";
import { createRetries } from "./retried.ts";
import { Sha256 } from "./sha256.ts";

/** Where a database is, and who asks it: AWS's own, or one that takes anybody. */
export type Where = {
  /** `https://dynamodb.ap-east-1.amazonaws.com` */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
};

/** An engine of one's own (the embedded one's stand-in, DynamoDB Local), which needs no AWS account. */
export const localAt = (endpoint: string): Where => ({
  endpoint,
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

export type ConnectOptions = {
  /** How long (ms) the database may be silent, before and within its answer; half of it, or a second, to be reached at all. */
  readonly timeoutMs?: number;
  /** Ms of the epoch. */
  readonly now?: () => number;
};

/** A clock that is wrong by less than this (ms) is right for AWS. */
const maxSkew = 4 * minute;

/**
 * The table's operations alone, at a third of the SDK's CPU and without its start: requests are signed by AWS's signer, repeated by
 * the SDK's strategy and fail with its errors. Waits are short, since a sender waits for the answer and the sweep tries again:
 * silence is a fault after three tries, some six seconds.
 */
export function connect(where: Where, { timeoutMs = 2 * second, now = Date.now }: ConnectOptions = {}): Dynamo {
  const { protocol, host, hostname, origin } = new URL(where.endpoint);
  const { region, credentials } = where;
  const signer = new SignatureV4({ service: "dynamodb", region, credentials, sha256: Sha256, applyChecksum: false });
  const connections = openConnections(origin, timeoutMs);
  const retried = createRetries();
  let skew = 0;

  const attempt = async <Name extends Operation>(operation: Name, body: string): Promise<Answer<Name>> => {
    const headers = {
      host,
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
    };
    const signed = await signer.sign(
      { method: "POST", protocol, hostname, path: "/", query: {}, headers, body },
      { signingDate: new Date(now() + skew) },
    );
    const posted = await connections.post({ headers: signed.headers, body });
    if (posted.status < 300) return JSON.parse(posted.text) as Answer<Name>;
    const error = readError(posted);
    const known = skew;
    if (isClockSkewError(error as SdkError)) skew = skewOf(posted, now());
    throw skew === known
      ? error
      : Object.assign(error, { $metadata: { ...error.$metadata, clockSkewCorrected: true } });
  };

  return {
    call: (operation, input) => {
      const body = JSON.stringify(input);
      return retried(() => attempt(operation, body));
    },
    close: connections.close,
  };
}

type SdkError = Parameters<typeof isClockSkewError>[0];

/** How far (ms) the server's clock is ahead of ours; 0 where it matters to nobody. */
function skewOf({ headers }: Posted, now: number): number {
  const ahead = Date.parse(String(headers["date"])) - now;
  return Math.abs(ahead) > maxSkew ? ahead : 0;
}

type Fault = { readonly name: string; readonly message: string };

/** What the SDK takes for passing by a mark of its own, not by its name or status: of tables that lie in several regions. */
const retryable = new Set(["ReplicatedWriteConflictException"]);

function readError({ status, headers, text }: Posted): DynamoDBServiceException {
  const { name, message } = readFault(text, headers["x-amzn-errortype"]) ?? {
    name: `HTTP ${status}`,
    message: "UnknownError",
  };
  const requestId = headers["x-amzn-requestid"];
  const error = new DynamoDBServiceException({
    name,
    message,
    $fault: status < 500 ? "client" : "server",
    $metadata: { httpStatusCode: status, ...(typeof requestId === "string" && { requestId }) },
  });
  return retryable.has(name) ? Object.assign(error, { $retryable: {} }) : error;
}

/**
 * The service's own name for it is in a header or in the body, behind a `#`, and perhaps before a `:`; undefined where none is: what
 * stands in the way of the service answers with anything.
 */
function readFault(text: string, header: string | readonly string[] | undefined): Fault | undefined {
  const { __type, message, Message } = parse(text);
  const type = [header, __type].find((each) => typeof each === "string");
  if (typeof type !== "string") return undefined;
  const [told = "UnknownError"] = [message, Message].filter((each) => typeof each === "string");
  return { name: type.split(":")[0]?.split("#").at(-1) ?? type, message: told };
}

type Body = Readonly<Partial<Record<"__type" | "message" | "Message", unknown>>>;

function parse(text: string): Body {
  try {
    return (JSON.parse(text) as Body | null) ?? {};
  } catch {
    return {};
  }
}
