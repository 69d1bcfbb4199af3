import { isUtf8 } from "node:buffer";
import type { LambdaFunctionURLEvent } from "aws-lambda";
import { second } from "../../lib/base/time.ts";

/** One HTTP request as it came in, with what the surroundings know of it. */
export type HttpRequest = {
  readonly method: string;
  /** Path and query as on the request line, with what the function does not see (its mount) already cut off. */
  readonly url: string;
  /** Values by lower-case name, in the order they came. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly sourceIp: string;
  /** Stands for the id in `https://<id>.lambda-url.<region>.on.aws/`. */
  readonly urlId: string;
  readonly requestId: string;
};

export type EventOptions = {
  /** Sends every body as base64, as Lambda may for any type: the handler must obey `isBase64Encoded`. */
  readonly base64?: boolean;
};

/** The event that a Lambda function URL makes of a request, payload format 2.0. What is empty is absent. */
export function createEvent(request: HttpRequest, options: EventOptions, now: Date): LambdaFunctionURLEvent {
  const [rawPath, rawQueryString] = splitUrl(request.url);
  const { cookie, ...rest } = request.headers;
  const headers = Object.fromEntries(Object.entries(rest).map(([name, values]) => [name, (values ?? []).join(",")]));
  const cookies = (cookie ?? []).flatMap((line) => line.split("; ")).filter((pair) => pair !== "");
  const query = readQuery(rawQueryString);
  const body = encodeBody(request.body, headers["content-type"], options.base64 ?? false);
  const domainName = `${request.urlId}.lambda-url.local.on.aws`;
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: {
      ...headers,
      "x-amzn-trace-id": traceId(request.requestId, now),
      "x-forwarded-for": [headers["x-forwarded-for"], request.sourceIp].filter(Boolean).join(","),
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    requestContext: {
      accountId: "anonymous",
      apiId: request.urlId,
      domainName,
      domainPrefix: request.urlId,
      http: {
        method: request.method,
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: request.sourceIp,
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: request.requestId,
      routeKey: "$default",
      stage: "$default",
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...body,
  };
}

function splitUrl(url: string): readonly [path: string, query: string] {
  const at = url.indexOf("?");
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
}

function readQuery(raw: string): Record<string, string> {
  if (raw === "") return {};
  const query = new URLSearchParams(raw);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]));
}

const textTypes = /^(text\/.*|application\/(json|xml|javascript))$/;

/** Bytes that are not UTF-8 go as base64 whatever their type says (a compressed body): text would lose them. */
function encodeBody(
  body: Uint8Array,
  contentType: string | undefined,
  base64: boolean,
): Pick<LambdaFunctionURLEvent, "body" | "isBase64Encoded"> {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = (contentType ?? "").split(";", 1).join().trim().toLowerCase();
  const asText = !base64 && textTypes.test(type) && isUtf8(body);
  return { body: Buffer.from(body).toString(asText ? "utf8" : "base64"), isBase64Encoded: !asText };
}

function traceId(requestId: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / second).toString(16);
  return `Root=1-${seconds}-${requestId.replaceAll("-", "").slice(0, 24)}`;
}

/** `12/Mar/2020:19:03:58 +0000` */
function logTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}
