import type { Planned } from "./engine.ts";
import type { Evaluated } from "./evaluate.ts";
import { ofName } from "./plan.ts";

/** What a role may do to what. */
export type Statement = {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
};

/** As SST hands it to the provider, or as IAM writes it. */
type Written = Partial<Statement> & {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
};

/** The statements of a role's own policies. */
export function statementsIn({ inputs }: Planned): readonly Statement[] {
  const { inlinePolicies = [] } = inputs as { readonly inlinePolicies?: readonly { readonly policy: string }[] };
  return inlinePolicies
    .flatMap(({ policy }) => (JSON.parse(policy) as { readonly Statement: readonly Written[] }).Statement)
    .map(({ effect, actions, resources, Effect = "Allow", Action = [], Resource = [] }) => ({
      effect: effect ?? Effect,
      actions: actions ?? [Action].flat(),
      resources: resources ?? [Resource].flat(),
    }));
}

/** What the role of a function may do, by the name under which its component was made. */
export const statementsOf = (plan: Pick<Evaluated, "resources">, functionId: string): readonly Statement[] =>
  statementsIn(ofName(plan, `${functionId}Role`));

/** Whether statements without patterns allow an action on a resource. */
export const allows = (statements: readonly Statement[], action: string, resource: string): boolean =>
  statements.some(
    ({ effect, actions, resources }) => effect === "Allow" && actions.includes(action) && resources.includes(resource),
  );
