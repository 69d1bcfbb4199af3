import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of a page as a browser gets it. */
export type Served = {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A page's own document and its files. */
export type Page = {
  /** The document, with the policy that a browser keeps for it. */
  readonly document: Served;
  /** The file at a path below the page's prefix; undefined for all that is not the page's. */
  readonly find: (path: string) => Served | undefined;
};

export type PageOptions = {
  readonly title: string;
  /** Where the files are served: `/_sim/page/`. */
  readonly prefix: string;
  /** The folder that `folders` are below; the browser sees the same tree, so that imports read the same in both. */
  readonly root: URL;
  /** Folders whose files are the page's. */
  readonly folders: readonly string[];
  /** The module that starts it, below `root`. */
  readonly entry: string;
  /** Style sheets, below `root`. */
  readonly styles: readonly string[];
};

/** What the browser loads by a bare name: the packages' own builds. */
const libraries = ["preact", "preact/hooks", "htm", "htm/preact", "markdown-it/browser"] as const;

const types: Readonly<Record<string, string>> = {
  ".ts": "text/javascript; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * A page made of modules that a browser loads one by one, without a build: TypeScript loses its types on the way. What may run,
 * and that nothing is asked of any other host, its policy says; every file is read once.
 */
export function openPage(options: PageOptions): Page {
  const { prefix, root, folders, entry } = options;
  const files = new Map<string, URL>([
    ...folders.flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}${name}`)
        .filter((name) => types[extname(name)] !== undefined)
        .map((name) => [name, new URL(name, root)] as const),
    ),
    ...libraries.map((name) => [libraryPath(name), new URL(import.meta.resolve(name))] as const),
  ]);
  const read = new Map<string, Served>();
  return {
    // Where it was built already, there is no TypeScript.
    document: writeDocument({ ...options, entry: files.has(entry) ? entry : entry.replace(/\.ts$/, ".js") }),
    find: (path) => {
      const name = path.startsWith(prefix) ? path.slice(prefix.length) : "";
      const file = files.get(name);
      if (file === undefined) return undefined;
      const served = read.get(name) ?? serve(file);
      read.set(name, served);
      return served;
    },
  };
}

const libraryPath = (name: string): string => `_library/${name}.mjs`;

function serve(file: URL): Served {
  const text = readFileSync(fileURLToPath(file), "utf8");
  const extension = extname(file.pathname);
  return {
    status: 200,
    headers: { "content-type": types[extension] ?? "", "cache-control": "no-cache" },
    body: extension === ".ts" ? stripTypeScriptTypes(text) : text,
  };
}

function writeDocument({ title, prefix, entry, styles }: PageOptions): Served {
  const imports = Object.fromEntries(libraries.map((name) => [name, `${prefix}${libraryPath(name)}`]));
  const map = JSON.stringify({ imports });
  const hash = createHash("sha256").update(map).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const body = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map((style) => `<link rel="stylesheet" href="${prefix}${style}">`).join("\n")}
<script type="importmap">${map}</script>
<script type="module" src="${prefix}${entry}"></script>
<body><div id="app"></div><noscript>${title}: JavaScript</noscript></body>
</html>
`;
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy.join("; "),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    },
    body,
  };
}
