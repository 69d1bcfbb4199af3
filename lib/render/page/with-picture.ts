import type { Message, Picture } from "../../model/message.ts";
import { breakInUrl } from "../sanitize/break-mentions.ts";

/** An address goes out as a value of the body: QQ reads its inline forms wherever they stand. */
const mentionless = (media: Picture): Picture =>
  media.kind === "url" ? { ...media, url: breakInUrl(media.url) } : media;

/** The message with its picture, the text as its caption; another form shows none. */
export const withPicture = (message: Message, media: Picture | undefined): Message =>
  media === undefined || message.form !== "text"
    ? message
    : { form: "media", content: message.content, media: mentionless(media) };
