import type { ArkTemplate, Form } from "../../model/form.ts";
import type { Language } from "../../model/language.ts";
import type { CustomArk, CustomMarkdown } from "../../model/custom-template.ts";
import type { Route } from "../../model/route.ts";
import type { Wire } from "../../model/scene.ts";
import type { SizeLimit } from "./limits.ts";
import type { LinkRule } from "../sanitize/shown-url.ts";

/** A template of the route's own, in the place of what the form would be. */
export type CustomTemplate = ({ readonly kind: "ark" } & CustomArk) | ({ readonly kind: "markdown" } & CustomMarkdown);

/** How notices are to be told: everything a renderer needs beside the notices themselves. */
export type Style = LinkRule & {
  readonly form: Form;
  /** Template of form `ark`; 23 where nothing is said. */
  readonly ark?: ArkTemplate | undefined;
  readonly custom?: CustomTemplate | undefined;
  readonly wire: Wire;
  readonly language: Language;
  readonly limit: SizeLimit;
  /** Below form `markdown`. */
  readonly buttons?: Route["buttons"] | undefined;
  /** Users to mention, in forms `text` and `markdown`. */
  readonly mentions?: readonly string[];
  /** The notice's picture was to go beside the words and could not; `withheld`: nor may its address be shown. */
  readonly picture?: "lost" | "withheld";
};
