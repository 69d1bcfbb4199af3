import * as z from "zod";
import { expect, it } from "vitest";
import { RouteSchema } from "../../lib/config/route-schema.ts";
import { SettingsSchema } from "../../lib/config/settings-schema.ts";
import type { ShapeOf } from "../../lib/config/shape-of.ts";
import type { Route } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";

it("does not let a schema compile that lacks a field, has one more, or reads another kind", () => {
  const { open, ...route } = RouteSchema.shape;
  const { language, ...settings } = SettingsSchema.shape;

  const whole = [{ ...route, open } satisfies ShapeOf<Route>, { ...settings, language } satisfies ShapeOf<Settings>];
  const faulty = [
    // @ts-expect-error the field is missing
    { ...route } satisfies ShapeOf<Route>,
    // @ts-expect-error no route has it
    { ...route, open, colour: z.string() } satisfies ShapeOf<Route>,
    // @ts-expect-error only `true` may be said
    { ...route, open: z.boolean() } satisfies ShapeOf<Route>,
    // @ts-expect-error the field is missing
    { ...settings } satisfies ShapeOf<Settings>,
    // @ts-expect-error there is no such setting
    { ...settings, language, colour: z.string() } satisfies ShapeOf<Settings>,
    // @ts-expect-error there are two languages
    { ...settings, language: z.string() } satisfies ShapeOf<Settings>,
  ];
  expect([whole.length, faulty.length]).toEqual([2, 6]);
});
