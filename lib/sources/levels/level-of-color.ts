import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { lookUp } from "../look-up.ts";

const named = {
  good: "success",
  green: "success",
  lime: "success",
  warning: "warning",
  yellow: "warning",
  orange: "warning",
  gold: "warning",
  danger: "error",
  red: "error",
  darkred: "error",
  crimson: "error",
  carmine: "error",
} as const satisfies Readonly<Record<string, Level>>;

/** In degrees of the colour wheel, up to where each level goes; between green and red no colour says how bad it is. */
const hues = [
  { to: 20, level: "error" },
  { to: 70, level: "warning" },
  { to: 170, level: "success" },
  { to: 335, level: undefined },
  { to: 360, level: "error" },
] as const;

/** Paler or darker (0 to 255) than this it is a grey. */
const least = { chroma: 40, light: 60 };

/**
 * The level that the colour of a card stands for: by the route's own scale, a name (`danger`), `#rrggbb`, or a number as Discord
 * has them. Undefined for blue, grey and the like.
 */
export function levelOfColor(color: unknown, scale: LevelScale = {}): Level | undefined {
  if (typeof color !== "string" && typeof color !== "number") return undefined;
  const word = String(color).trim().toLowerCase();
  return lookUp(scale, String(color)) ?? lookUp<Level>(named, word) ?? levelOfHue(readColor(word));
}

function readColor(word: string): number | undefined {
  const [, hex] = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(word) ?? [];
  if (hex !== undefined && (word.startsWith("#") || /[a-f]/.test(hex))) return Number.parseInt(hex, 16);
  const [, short] = /^#([0-9a-f]{3})$/.exec(word) ?? [];
  if (short !== undefined) return Number.parseInt(short.replace(/./g, "$&$&"), 16);
  return /^\d{1,8}$/.test(word) ? Number(word) : undefined;
}

function levelOfHue(color: number | undefined): Level | undefined {
  if (color === undefined || color > 0xff_ff_ff) return undefined;
  const [red, green, blue] = [color >> 16, (color >> 8) & 255, color & 255];
  const light = Math.max(red, green, blue);
  const chroma = light - Math.min(red, green, blue);
  if (chroma < least.chroma || light < least.light) return undefined;
  const degrees = (60 * sixthOf({ red, green, blue, light, chroma }) + 360) % 360;
  return hues.find(({ to }) => degrees < to)?.level;
}

type Parts = Readonly<Record<"red" | "green" | "blue" | "light" | "chroma", number>>;

function sixthOf({ red, green, blue, light, chroma }: Parts): number {
  if (light === red) return (green - blue) / chroma;
  return light === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
}
