import { openPage, type Page, type Served } from "./serve-page.ts";

const prefix = "/_sim/page/";

let page: Page | undefined;

/** The simulator's own page, read when it is first asked for. */
const open = (): Page =>
  openPage({
    title: "QQ 模拟器 · QQ simulator",
    prefix,
    root: new URL("../../", import.meta.url),
    folders: ["simulator/page/browser/"],
    entry: "simulator/page/browser/main.ts",
    styles: [
      "simulator/page/browser/chat/tokens.css",
      "simulator/page/browser/chat/chat.css",
      "simulator/page/browser/page.css",
    ],
  });

/** The document at `/`, a file of it below `/_sim/page/`; undefined for all that is not the page's. */
export function findPage(method: string, path: string): Served | undefined {
  if (method !== "GET" || (path !== "/" && !path.startsWith(prefix))) return undefined;
  page ??= open();
  return path === "/" ? page.document : page.find(path);
}
