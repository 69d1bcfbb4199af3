import * as z from "zod";

const said = z.object({ zh: z.string(), en: z.string() });

/** What is looked at, by the names that findings have in JSON. */
export const checkNames = [
  "configuration",
  "credentials",
  "qq",
  "allow-list",
  "clock",
  "placeholder-ids",
  "secrets",
  "relay",
  "events",
  "callback",
  "rules",
  "routes",
  "disk",
] as const;

export type CheckName = (typeof checkNames)[number];

const check = z.enum(checkNames);

/** Something that is wrong (`fault`) or may be (`warning`), and what to do about it, in both languages. */
export const Finding = z.object({ check, severity: z.enum(["fault", "warning"]), message: said, fix: said });

export type Finding = z.output<typeof Finding>;

/** What `relay doctor --json` prints. `ok`: no fault; `skipped`: what could not be looked at, and how it can. */
export const Diagnosis = z.object({
  ok: z.boolean(),
  findings: z.array(Finding).readonly(),
  skipped: z.array(z.object({ check, reason: said })).readonly(),
});

export type Diagnosis = z.output<typeof Diagnosis>;
