import * as z from "zod";

/**
 * Parts that payloads share. Only what is read is named, what may be missing is optional, and nothing is transformed:
 * the body that fits is handed on as it came, so that a route's own `filter` sees all of it.
 */
export const text = z.string().nullish();
export const number = z.number().nullish();
export const flag = z.boolean().nullish();

/** Of an issue; Gitee has letters in it. */
export const threadNumber = z.union([z.number(), z.string()]);

export const Named = z.object({ name: text }).nullish();
