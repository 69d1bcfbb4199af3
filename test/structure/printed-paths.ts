import { posix } from "node:path";

const fence = /^( *)(`{3,}|~{3,}).*?^\1\2/gms;
const code = /`([^`\n]+)`/g;
const link = /\]\(([^)\s]+)\)/g;

/** Code that is all of a link's text only names the link, which is followed. */
const label = /\[`[^`\n]+`(?=\]\()/g;

/** Made by `sst`, so never in a checkout. */
const generated = new Set(["sst-env.d.ts"]);

const isPathLike = (text: string): boolean => /^[\w.@{},*/-]+$/.test(text) && !/^[*./-]+$/.test(text);

/** A glob of `*`, `**` and `{a,b}` as an expression over whole paths. */
const toPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll(/[.@-]/g, "\\$&")
      .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(",", "|")})`)
      .replaceAll(/\*\*|\*/g, (stars) => (stars === "**" ? ".*" : "[^/]*"))}$`,
  );

/** Files, and the folders that they are in. */
const withFolders = (files: readonly string[]): readonly string[] => [
  ...new Set(
    files.flatMap((file) => {
      const names = file.split("/");
      return names.map((_, at) => names.slice(0, at + 1).join("/"));
    }),
  ),
];

/** What a document calls by a path: links, and in backticks what begins like a place of the project or ends like its code. */
function pathsIn(text: string, places: readonly string[]): readonly (readonly [path: string, linked: boolean])[] {
  const prose = text.replace(fence, "").replace(label, "[");
  const tops = new Set(places.filter((place) => !place.includes("/")));
  const named = [...prose.matchAll(code)]
    .map(([, path = ""]) => path)
    .filter((path) => isPathLike(path) && !generated.has(path))
    .filter((path) => /\.(?:ts|md)$/.test(path) || (path.includes("/") && tops.has(path.split("/", 1)[0] ?? "")));
  const linked = [...prose.matchAll(link)]
    .map(([, target = ""]) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target));
  return [...named.map((path) => [path, false] as const), ...linked.map((path) => [path, true] as const)];
}

/**
 * Paths that a document prints and the project does not have. In backticks a path is taken from the root, or from the
 * document's own folder; a link leads from that folder only.
 */
export function findLost(document: string, text: string, files: readonly string[]): readonly string[] {
  const places = withFolders(files);
  const folder = posix.dirname(document);
  return pathsIn(text, places).flatMap(([path, linked]) => {
    const from = linked ? [folder] : [".", folder];
    const patterns = from.map((start) => toPattern(posix.join(start, path).replace(/\/$/, "")));
    return patterns.some((pattern) => places.some((place) => pattern.test(place))) ? [] : [`${document}: ${path}`];
  });
}
