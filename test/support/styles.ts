import type { Form } from "../../lib/model/form.ts";
import { sizeLimits } from "../../lib/render/style/limits.ts";
import type { Style } from "../../lib/render/style/style.ts";

/** A style with the project's defaults, but for what a test says. */
export const styleOf = (form: Form, other: Partial<Style> = {}): Style => ({
  form,
  wire: "v2",
  language: "zh",
  links: "keep",
  limit: sizeLimits.group,
  ...other,
});
