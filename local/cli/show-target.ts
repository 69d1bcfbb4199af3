import { readTarget } from "../../lib/model/target.ts";
import { unpairedRoute } from "../../lib/model/unpaired.ts";
import { sceneWords } from "../run/scene-words.ts";

/** An id as a person tells it from others; a command takes it as it is shown. */
export const shorten = (id: string): string => (id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`);

/** `群聊 group  4C8F…9A21`, or that a route waits for its pairing. */
export function showTarget(name: string, full = false): string {
  const target = readTarget(name);
  if (!target) return name;
  const waits = unpairedRoute(target);
  const id = full ? target.id : shorten(target.id);
  return `${sceneWords[target.scene]} ${waits === undefined ? id : `（路由 ${waits} 未配对 route ${waits} not paired）`}`;
}
