import { formatOf } from "../formats.ts";
import { arkTemplates } from "../../../lib/model/form.ts";
import { languages } from "../../../lib/model/language.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { defaultSettings, linkPolicies, type Settings } from "../../../lib/model/settings.ts";
import { previewAs, type Preview } from "../../../local/operate/preview/preview-as.ts";
import { findFaults } from "./find-faults.ts";
import type { CorpusRequest } from "./read-requests.ts";

/** What became of one payload in all its looks. */
export type Looked = {
  readonly name: string;
  readonly end: "told" | "silent" | "refused";
  readonly bodies: number;
  readonly faults: readonly string[];
  /** As a group is told by default, or why not. */
  readonly sample: string;
};

const redirect = { domains: ["example.cn"], redirect: "https://r.example.cn/go?to={url}" };

const looks: readonly { readonly settings: Settings; readonly ark: (typeof arkTemplates)[number] }[] =
  languages.flatMap((language) =>
    linkPolicies.flatMap((links) =>
      arkTemplates.map((ark) => ({
        ark,
        settings: { ...defaultSettings, language, links, ...(links === "redirect" && redirect) },
      })),
    ),
  );

function sampleOf(made: Preview): string {
  if (made.kind === "silent") return `(${made.event}: ${made.reason})`;
  const body = made.bodies.find(({ form, scenes }) => form === "text" && scenes.includes("group"))?.body;
  return String(body?.["content"]);
}

/** Previews a payload in every form, scene, language and link policy. What throws is a fault like any other. */
export function lookThrough({ name, source, inbound }: CorpusRequest): Looked {
  const payload = Buffer.from(inbound.body).toString();
  const found = new Set<string>();
  let bodies = 0;
  let end: Looked["end"] = "refused";
  let sample = "";
  for (const { ark, settings } of looks) {
    try {
      const made = previewAs({ format: formatOf(source) }, inbound, { source, ark }, settings);
      if (isRefusal(made)) {
        sample ||= made.message;
        continue;
      }
      end = made.kind;
      sample ||= sampleOf(made);
      for (const body of made.kind === "told" ? made.bodies : []) {
        bodies += 1;
        for (const fault of findFaults(body, payload)) found.add(fault);
      }
    } catch (error) {
      found.add(`threw ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return { name, end, bodies, faults: [...found], sample };
}
