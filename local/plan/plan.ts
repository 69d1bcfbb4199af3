import type { Evaluated } from "./evaluate.ts";
import type { Planned } from "./engine.ts";

export const ofType = ({ resources }: Pick<Evaluated, "resources">, type: string): readonly Planned[] =>
  resources.filter((resource) => resource.type === type);

/** The resource of a logical name: physical ones may carry chance. */
export function ofName({ resources }: Pick<Evaluated, "resources">, name: string): Planned {
  const found = resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`the plan has no ${name}; it has ${resources.map((each) => each.name).join(", ")}`);
  return found;
}
