import type { Delivery } from "../../model/delivery.ts";
import type { ArkTemplate, Form } from "../../model/form.ts";
import type { Route, Routes } from "../../model/route.ts";
import { type SceneName, scenes } from "../../model/scene.ts";
import { type LinkPolicy, linkPolicies, type Settings } from "../../model/settings.ts";
import { sizeLimits } from "./limits.ts";
import type { CustomTemplate, Style } from "./style.ts";

/** What of a delivery decides how it is told. */
export type Styled = Pick<Delivery, "route" | "form" | "ark" | "notice" | "answers">;

type Asked = { readonly delivery: Styled; readonly route: Route | undefined };

/**
 * How a message that tells these deliveries is to look: in the form that their routes ask for, in text where they ask for
 * different ones, since text is what every bot may send.
 */
export function styleOf(
  scene: SceneName,
  settings: Pick<Settings, "language" | "links" | "domains" | "redirect">,
  deliveries: readonly Styled[],
  routes: Routes,
): Style {
  const { language, domains, redirect } = settings;
  const asked = deliveries
    .filter(({ answers }) => !answers)
    .map((delivery) => ({
      delivery,
      route: Object.hasOwn(routes, delivery.route) ? routes[delivery.route] : undefined,
    }));
  return {
    ...formOf(asked),
    wire: scenes[scene].wire,
    language,
    links: strictest(asked.map(({ route }) => route?.links ?? settings.links)) ?? settings.links,
    domains,
    redirect,
    limit: sizeLimits[scene],
    mentions: scene === "group" || scene === "channel" ? mentionsOf(asked) : [],
  };
}

type FormStyle = Pick<Style, "form" | "ark" | "custom" | "buttons">;

/** Of several routes only what all of them ask for is kept; a template of its own is one route's alone. */
function formOf(asked: readonly Asked[]): FormStyle {
  const [first, ...others] = asked.map(askedForm);
  const [one] = asked;
  if (!first || !one || others.some((other) => other.key !== first.key)) return { form: "text" };
  const buttons = new Set(asked.map(({ route }) => JSON.stringify(route?.buttons)));
  return { ...first.style, ...(buttons.size === 1 && { buttons: one.route?.buttons }) };
}

/** The form of one delivery, as it was when it was enlisted, with what its route says of it now. */
function askedForm({ delivery, route }: Asked): { readonly style: FormStyle; readonly key: string } {
  const { form } = delivery;
  const ark = form === "ark" ? (delivery.ark ?? publicArk(route)) : undefined;
  const custom = ark === undefined ? customOf(form, route) : undefined;
  return { style: { form, ark, custom }, key: [form, ark, custom && delivery.route].join(" ") };
}

const publicArk = (route: Route | undefined): ArkTemplate | undefined =>
  typeof route?.ark === "number" ? route.ark : undefined;

function customOf(form: Form, route: Route | undefined): CustomTemplate | undefined {
  if (form === "ark" && typeof route?.ark === "object") return { kind: "ark", ...route.ark };
  return form === "markdown" && route?.template ? { kind: "markdown", ...route.template } : undefined;
}

const strictest = (policies: readonly LinkPolicy[]): LinkPolicy | undefined =>
  linkPolicies.findLast((policy) => policies.includes(policy));

/** Whoever any of the notices is for, once. */
const mentionsOf = (asked: readonly Asked[]): readonly string[] => [
  ...new Set(asked.flatMap(({ delivery, route }) => route?.mention?.[delivery.notice.level] ?? [])),
];
