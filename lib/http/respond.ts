import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Answer, ExactAnswer } from "../model/inbound.ts";
import { type Refusal, refusalStatus } from "../model/refusal.ts";

/** An answer as a function URL's result. */
export const respond = (answer: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: answer.status,
  headers: { "content-type": "application/json; charset=utf-8", ...answer.headers },
  body: `${JSON.stringify(answer.body)}\n`,
});

/** A vendor's answer, to the byte; a status that has no body has none. */
export const respondInWords = ({ status, headers, text }: ExactAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers,
  ...(text !== "" && { body: text }),
});

/** An answer to QQ's callback: the JSON and not a byte more, since nobody knows how its address check compares. */
export const respondExactly = (answer: Answer): APIGatewayProxyStructuredResultV2 => ({
  ...respond(answer),
  body: JSON.stringify(answer.body),
});

/** A refusal as the sender sees it: the word for programs, the sentence for people. */
export const refused = (refusal: Refusal): Answer => ({
  status: refusalStatus[refusal.refusal],
  ...(refusal.refusal === "method-not-allowed" && { headers: { Allow: "POST" } }),
  body: { error: refusal.refusal, message: refusal.message },
});
