import type { Planned } from "./engine.ts";
import { statementsIn } from "./statements.ts";

/** What a resource lets whom do, a line each: of roles who may take them and what they may then, of functions who may call. */
export function rightsOf(resource: Planned): readonly string[] {
  const { type, inputs } = resource;
  if (type === "aws:lambda/permission:Permission") return [grantOf(inputs as Grant)];
  if (type === "aws:iam/role:Role") return [takenBy(inputs["assumeRolePolicy"]), ...allowedBy(resource)];
  return [];
}

type Grant = { readonly principal: string; readonly action: string; readonly invokedViaFunctionUrl?: boolean };

const grantOf = ({ principal, action, invokedViaFunctionUrl }: Grant): string => {
  const who = principal === "*" ? "谁都可以 anyone" : principal;
  return `${who}: ${action}${invokedViaFunctionUrl ? " （只经函数 URL by the URL only）" : ""}`;
};

/** As IAM writes it, or as the provider is told. */
type Trust = {
  readonly Statement: readonly {
    readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
    readonly principals?: readonly { readonly identifiers: readonly string[] }[];
  }[];
};

function takenBy(policy: unknown): string {
  const { Statement } = (typeof policy === "string" ? JSON.parse(policy) : policy) as Trust;
  const who = Statement.flatMap(({ Principal = {}, principals = [] }) => [
    ...Object.values(Principal).flat(),
    ...principals.flatMap(({ identifiers }) => identifiers),
  ]);
  return `由 taken by ${who.join(", ")}`;
}

function allowedBy(role: Planned): readonly string[] {
  const { managedPolicyArns = [] } = role.inputs as { readonly managedPolicyArns?: readonly string[] };
  return [
    ...statementsIn(role).map(({ effect, actions, resources }) => {
      const denied = effect === "Allow" ? "" : `${effect} `;
      const doing = [...Map.groupBy(actions, serviceOf)].map(
        ([service, all]) => `${service}: ${all.map((action) => action.split(":")[1]).join(", ")}`,
      );
      return `${denied}${doing.join("; ")} → ${resources.map(inShort).join(", ")}`;
    }),
    ...managedPolicyArns.map((arn) => `AWS 的策略 policy of AWS ${arn.split("/").at(-1)}`),
  ];
}

const serviceOf = (action: string): string => action.split(":")[0] ?? "";

/** A resource's name without what is the same for all of an account's. */
const inShort = (arn: string): string => withoutChance(arn.replace(/^arn:[\w-]+:[\w-]+:[\w-]*:\d*:/, ""));

/** The last letters of a name that SST makes up are others at the first deployment. */
export const withoutChance = (name: string): string =>
  name.replace(/((?:Table|Role|Schedule))-[a-z]{8}(?=$|\/)/, "$1-…");
