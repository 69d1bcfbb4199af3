import type { ArkTemplate, Form } from "../model/form.ts";
import type { Language } from "../model/language.ts";
import type { Message } from "../model/message.ts";
import type { Wire } from "../model/scene.ts";
import type { LinkPolicy } from "../model/settings.ts";
import type { SizeLimit } from "./limits.ts";
import type { Page } from "./page.ts";

/** How notices are to be told: everything a renderer needs beside the notices themselves. */
export type Style = {
  readonly form: Form;
  /** Template of form `ark`; 23 where nothing is said. */
  readonly ark?: ArkTemplate;
  readonly wire: Wire;
  readonly language: Language;
  readonly links: LinkPolicy;
  readonly limit: SizeLimit;
};

/** Lays a page out in one form, whatever its size. */
export type Renderer = (page: Page, style: Style) => Message;
