import { refuse, type Refusal } from "../../model/refusal.ts";

/** What a request without words is refused by; façades tell it in their vendor's. */
export const nothingSaid: Refusal = refuse(
  "invalid",
  "the message is empty: there is no text in it",
  "消息是空的：里面没有文字",
);
