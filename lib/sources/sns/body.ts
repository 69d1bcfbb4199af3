import * as z from "zod";
import { snsTypes } from "../../model/sns-message.ts";

/**
 * What SNS posts, so far as it signs it: of the rest (`UnsubscribeURL`, `MessageAttributes`) anybody on the way could have made anything.
 * `Message` is what was published, decoded where it is a JSON object.
 */
export const SnsBody = z.object({
  Type: z.enum(snsTypes),
  MessageId: z.string().min(1),
  TopicArn: z.string().min(1),
  Timestamp: z.string(),
  Subject: z.string().nullish(),
  Message: z.string(),
});

export type SnsBody = Omit<z.output<typeof SnsBody>, "Message"> & { readonly Message: unknown };
