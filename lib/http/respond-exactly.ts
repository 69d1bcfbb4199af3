import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Answer } from "../model/inbound.ts";
import { respond } from "./respond.ts";

/** An answer to QQ's callback: the JSON and not a byte more, since nobody knows how its address check compares. */
export const respondExactly = (answer: Answer): APIGatewayProxyStructuredResultV2 => ({
  ...respond(answer),
  body: JSON.stringify(answer.body),
});
