import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Answer } from "../model/inbound.ts";

/** An answer as a function URL's result. */
export const respond = (answer: Answer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: answer.status,
  headers: { "content-type": "application/json; charset=utf-8", ...answer.headers },
  body: `${JSON.stringify(answer.body)}\n`,
});
