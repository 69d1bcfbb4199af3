import type { ArkTemplate } from "../../model/form.ts";
import { renderArk23 } from "./ark-23.ts";
import { renderArk24 } from "./ark-24.ts";
import { renderArk37 } from "./ark-37.ts";
import type { Renderer } from "./renderer.ts";

/** QQ's public templates. Their values hold no line breaks: whether QQ takes them is not documented. */
const templates = {
  23: renderArk23,
  24: renderArk24,
  37: renderArk37,
} as const satisfies Record<ArkTemplate, Renderer>;

export const renderArk: Renderer = (page, style) => templates[style.ark ?? 23](page, style);
