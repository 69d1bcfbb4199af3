import type { Delivery } from "../model/delivery.ts";
import type { ArkTemplate, Form } from "../model/form.ts";
import { type SceneName, scenes } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import { sizeLimits } from "./limits.ts";
import type { Style } from "./style.ts";

/**
 * How a message that tells these deliveries is to look: in the form that their routes ask for, in text where they ask for
 * different ones, since text is what every bot may send.
 */
export function styleOf(
  scene: SceneName,
  { language, links }: Pick<Settings, "language" | "links">,
  deliveries: readonly Delivery[],
): Style {
  const notices = deliveries.filter((delivery) => !delivery.answers);
  const asked = new Set(notices.map(({ form, ark }) => `${form} ${ark ?? ""}`));
  const [first] = notices;
  const { form, ark }: { form: Form; ark?: ArkTemplate | undefined } =
    asked.size === 1 && first ? first : { form: "text" };
  return {
    form,
    ...(ark !== undefined && { ark }),
    wire: scenes[scene].wire,
    language,
    links,
    limit: sizeLimits[scene],
  };
}
