import { expect, test } from "vitest";
import { chatOf } from "../../../lib/sources/facade/chat-of.ts";
import { inboundOf } from "../../support/inbound.ts";

const behind = (key: string) => inboundOf({ key });

test.each<[string, Parameters<typeof chatOf>, string | undefined]>([
  ["a name beside a secret in the path", [behind("s3"), "ops"], "ops"],
  ["a name beside ?key=", [inboundOf({ query: { key: "s3" } }), "ops"], "ops"],
  ["several names", [behind("s3"), ["ops", 7, null, "s3"]], "ops,7"],
  ["several in one text", [behind("s3"), "ops,s3"], "ops"],
  ["no secret elsewhere, so that the name is it", [inboundOf({}), "s3"], undefined],
  ["the secret itself", [behind("s3"), "s3"], undefined],
  ["the secret with its route", [behind("s3"), "ci.s3"], undefined],
  ["the secret right behind its route", [behind("s3"), "cis3"], undefined],
  ["nothing", [behind("s3"), undefined], undefined],
  ["no text", [behind("s3"), [{}, ""]], undefined],
])("%s", (_, given, chat) => expect(chatOf(...given)).toBe(chat));
