import { jsonIn } from "../facade/json-in.ts";
import { objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import type { Segment } from "../markup/read-cq.ts";
import type { Told } from "../markup/told.ts";
import { oneLine } from "../one-line.ts";
import { segmentsOf } from "./segments-of.ts";

/** QQ forwards a hundred at once. */
const maxNodes = 1_000;

type Node = { readonly name: string; readonly segments: readonly Segment[] };

/** A forward's nodes: of OneBot below `data`, of Milky as they are. */
const nodesOf = (messages: unknown): readonly Node[] =>
  objectsOf(jsonIn(messages))
    .slice(0, maxNodes)
    .map((node) => {
      const data = { ...node, ...objectsOf(node["data"])[0] };
      const name = textOf(data["nickname"] ?? data["name"] ?? data["sender_name"]) ?? "";
      return { name: oneLine(name, 60), segments: segmentsOf(data["content"] ?? data["segments"]) };
    });

/** Each node's lines as `read` reads its segments; before them who says it, where they are of several. */
export function readNodes(messages: unknown, read: (segments: readonly Segment[]) => Told): readonly Told[] {
  const nodes = nodesOf(messages);
  const isTalk = new Set(nodes.map(({ name }) => name)).size > 1;
  return nodes.map(({ name, segments }) => {
    const told = read(segments);
    const [first, ...rest] = told.lines.filter((line) => line.trim() !== "");
    return first !== undefined && isTalk && name !== "" ? { ...told, lines: [`${name}: ${first}`, ...rest] } : told;
  });
}
