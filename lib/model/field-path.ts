/** One step into JSON: a member's name or an item's index. */
export type PathStep = string | number;

const member = /\.([^.[\]'"*\s]+)/.source;
const index = /\[(\d{1,6})\]/.source;
const quoted = /\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/.source;
const step = new RegExp(`${member}|${index}|${quoted}`, "y");

/** Steps of a path such as `$.event.title`, `$.items[0].msg` or `$['a b']`; undefined when it is not one. */
export function readFieldPath(path: string): readonly PathStep[] | undefined {
  if (!path.startsWith("$")) return undefined;
  const steps: PathStep[] = [];
  for (let at = 1; at < path.length; at = step.lastIndex) {
    step.lastIndex = at;
    const found = step.exec(path);
    if (!found) return undefined;
    const [, name, number, single, double] = found;
    steps.push(number === undefined ? (name ?? unquote(single ?? double ?? "")) : Number(number));
  }
  return steps;
}

const unquote = (text: string): string => text.replace(/\\(.)/gs, "$1");
