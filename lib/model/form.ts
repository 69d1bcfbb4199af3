/** What a route may ask its notices to be shown as; the renderers table has one entry each. */
export const forms = ["text", "markdown", "ark", "embed"] as const;

export type Form = (typeof forms)[number];

/** QQ's public ark templates: 23 link and text list, 24 text with thumbnail, 37 large picture. */
export const arkTemplates = [23, 24, 37] as const;

export type ArkTemplate = (typeof arkTemplates)[number];
