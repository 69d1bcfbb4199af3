import { statSync } from "node:fs";

/** Whether a folder is there, as far as this user may look: what lies in one that it may not enter, nobody can tell it. */
export function lookInto(folder: string): "open" | "absent" | "closed" {
  try {
    statSync(`${folder}/.`);
    return "open";
  } catch (error) {
    return ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "") ? "closed" : "absent";
  }
}
