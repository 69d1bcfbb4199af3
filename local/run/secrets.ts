import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Routes } from "../../lib/model/route.ts";

export type Secrets = {
  /** Value by the secret's name. */
  readonly values: Readonly<Record<string, string>>;
  /** Names whose value was made here, now or at an earlier start, rather than given in the environment. */
  readonly generated: readonly string[];
  /** Those of them that were made just now. */
  readonly fresh: readonly string[];
};

/** The secrets that routes name. */
export const secretNames = (routes: Routes): readonly string[] => [
  ...new Set(Object.values(routes).flatMap(({ secret }) => secret ?? [])),
];

/** What each secret is by now, without making any: undefined for one that is neither in the environment nor made yet. */
export function lookUpSecrets(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  file: string,
): Readonly<Record<string, string | undefined>> {
  const kept = readKept(file);
  return Object.fromEntries(names.map((name) => [name, env[name] || kept[name]]));
}

/** Each secret from the environment variable of its name, else made at the first start and kept in `file` (mode 0600). */
export function readSecrets(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  file: string | undefined,
): Secrets {
  const kept = file === undefined ? {} : readKept(file);
  const generated = [...new Set(names)].filter((name) => !env[name]);
  const fresh = generated.filter((name) => !Object.hasOwn(kept, name));
  const all = { ...kept, ...Object.fromEntries(fresh.map((name) => [name, randomBytes(24).toString("base64url")])) };
  if (file !== undefined && fresh.length > 0) keep(file, all);
  return { values: Object.fromEntries(names.map((name) => [name, env[name] || (all[name] ?? "")])), generated, fresh };
}

function readKept(file: string): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new Error(
      `${file} 不是有效的 JSON。请修好它；或删除它，下次启动会生成新的密钥。\n` +
        `${file} is not JSON. Mend it, or delete it: the next start makes new secrets.`,
    );
  }
}

function keep(file: string, secrets: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
