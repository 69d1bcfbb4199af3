import * as z from "zod";
import { isV2, type SceneName } from "../scene.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";

const Template = z.array(z.looseObject({ key: z.string(), values: z.array(z.string()) })).nullish();

/** Native markdown or a template, never both; a template's values are plain text on one line. */
export function findMarkdownFault(
  markdown: Readonly<Record<string, unknown>>,
  scene: SceneName,
  settings: Settings,
): Refusal | undefined {
  const v2 = isV2(scene);
  const { content, params } = markdown;
  const template = markdown["custom_template_id"] ?? markdown["template_id"];
  const isTemplate = template !== undefined && template !== null && template !== "" && template !== 0;
  if (content !== undefined && content !== null && typeof content !== "string") return refuse(40034011);
  if (isTemplate && content) return refuse(50057);
  if (v2 && !settings.markdown) return refuse(40034127);
  if (!v2 && !settings.channelMarkdown) return refuse(isTemplate ? 304036 : 50056);
  if (!isTemplate) return content?.trim() ? undefined : refuse(v2 ? 40034011 : 50041);

  const values = Template.safeParse(params);
  if (!values.success) return refuse(v2 ? 40034011 : 50041);
  for (const value of values.data?.flatMap((param) => param.values) ?? []) {
    if (value === "") return refuse(v2 ? 40034008 : 50041);
    if (/[\r\n]/.test(value)) return refuse(40034009);
    if (/[*_~`#>[\]]/.test(value)) return refuse(40034010);
  }
  return undefined;
}
