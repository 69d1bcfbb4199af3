import { httpLink } from "../http-link.ts";

const inner = /dingtalk:\/\/dingtalkclient\/[\w/]{1,60}\?[^\s()<>"'\]]{1,2100}/gi;

/** An address that only DingTalk's own client opens (`dingtalk://dingtalkclient/page/link?url=…`) as the one that it wraps. */
export const unwrap = (text: string): string =>
  text.replace(inner, (wrapped) => {
    const query = new URLSearchParams(wrapped.slice(wrapped.indexOf("?") + 1));
    return httpLink(query.get("url")?.trim()) ?? wrapped;
  });
