import type { Message, Picture } from "../../model/message.ts";

/** The message with its picture, the text as its caption; another form shows none. */
export const withPicture = (message: Message, media: Picture | undefined): Message =>
  media === undefined || message.form !== "text" ? message : { form: "media", content: message.content, media };
