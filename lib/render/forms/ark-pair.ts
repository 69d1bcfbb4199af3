import type { ArkPair } from "../../model/message.ts";

/** A key with its value. QQ calls no key optional, so an absent value is a space. */
export const arkPair = (key: string, value: string | undefined): ArkPair => ({ key, value: value || " " });
