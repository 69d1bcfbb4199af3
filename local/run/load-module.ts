import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What a user's `.ts` or `.mjs` module, anywhere on disk, exports under `name`. */
export async function loadExport(path: string, name: "routes" | "settings"): Promise<unknown> {
  if (!existsSync(path)) {
    throw new Error(
      `找不到 ${name} 文件 ${path}。请检查 --${name} 或 RELAY_${name.toUpperCase()}。\n` +
        `There is no ${name} file ${path}. Check --${name} or RELAY_${name.toUpperCase()}.`,
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
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const place = path + lineOf(path, stack);
    throw new Error(
      `无法载入 ${name} 文件 ${place}：${message}\nThe ${name} file ${place} cannot be loaded: ${message}`,
      { cause: error },
    );
  }
}

/** `:3` where the stack tells the line of the fault; Node does so for all but syntax errors of JavaScript. */
const lineOf = (path: string, stack = ""): string => {
  const at = stack.indexOf(`${path}:`);
  return at < 0 ? "" : (/^:\d+/.exec(stack.slice(at + path.length))?.[0] ?? "");
};
