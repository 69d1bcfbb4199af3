import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What a user's `.ts` or `.mjs` module exports under `name`. Relative paths are those of the shell that ran npm. */
export async function loadExport(
  file: string,
  name: "routes" | "settings",
  folders: readonly string[],
): Promise<unknown> {
  const paths = folders.map((folder) => resolve(folder, file));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error(
      `找不到 ${name} 文件 ${paths.join("、")}。请检查 --${name} 或 RELAY_${name.toUpperCase()}。\n` +
        `There is no ${name} file ${paths.join(", ")}. Check --${name} or RELAY_${name.toUpperCase()}.`,
    );
  }
  const module = await importFile(path, name);
  if (!Object.hasOwn(module, name)) {
    throw new Error(
      `${path} 没有导出 ${name}。请写成 export const ${name} = { … }。\n` +
        `${path} does not export ${name}. Write: export const ${name} = { … }`,
    );
  }
  return module[name];
}

async function importFile(path: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`无法载入 ${name} 文件 ${path}：${reason}\nThe ${name} file ${path} cannot be loaded: ${reason}`, {
      cause: error,
    });
  }
}
