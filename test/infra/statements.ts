import { ofName, type Plan } from "./plan.ts";

/** What a role may do, as SST hands it to the provider. */
export type Statement = {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
};

/** What the role of a function may do, by the name under which its component was made. */
export function statementsOf(plan: Plan, functionId: string): readonly Statement[] {
  const { inlinePolicies } = ofName(plan, `${functionId}Role`).inputs as {
    readonly inlinePolicies: readonly { readonly policy: string }[];
  };
  return inlinePolicies.flatMap(
    ({ policy }) => (JSON.parse(policy) as { readonly Statement: readonly Statement[] }).Statement,
  );
}

/** Whether statements without patterns allow an action on a resource. */
export const allows = (statements: readonly Statement[], action: string, resource: string): boolean =>
  statements.some(
    ({ effect, actions, resources }) => effect === "Allow" && actions.includes(action) && resources.includes(resource),
  );
