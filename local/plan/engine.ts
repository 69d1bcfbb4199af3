import { createRequire } from "node:module";
import { join } from "node:path";
import { answerCall, type Bag, invent } from "./inventions.ts";

/** A resource as it was planned. */
export type Planned = {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly parent: string;
  readonly inputs: Bag;
  outputs: Bag;
  readonly retain: boolean;
  /** It is there already, and is looked at only. */
  readonly isRead: boolean;
};

/** Protocol messages as far as they are read; each asks for some of these only. */
type Request = {
  readonly getId: () => string;
  readonly getTok: () => string;
  readonly getArgs: () => unknown;
  readonly getType: () => string;
  readonly getName: () => string;
  readonly getParent: () => string;
  readonly getUrn: () => string;
  readonly getObject: () => unknown;
  readonly getOutputs: () => unknown;
  readonly getCustom: () => boolean;
  readonly getRetainondelete: () => boolean;
};

type Message = Readonly<
  Record<"setReturn" | "setUrn" | "setId" | "setObject" | "setProperties", (value: unknown) => void>
>;

type Done = (error: unknown, answer?: unknown) => void;

/** The parts of Pulumi's packages that an engine speaks with. */
type Pulumi = {
  readonly main: {
    readonly runtime: {
      readonly setAllConfig: (config: Readonly<Record<string, string>>) => void;
      readonly runInPulumiStack: (program: () => Promise<unknown>) => Promise<unknown>;
    };
  };
  readonly rpc: {
    readonly isRpcSecret: (value: unknown) => boolean;
    readonly unwrapRpcSecret: (value: unknown) => unknown;
    readonly deserializeProperties: (struct: unknown) => unknown;
    readonly serializeProperties: (label: string, bag: Bag) => Promise<unknown>;
  };
  readonly settings: {
    readonly setMockOptions: (...options: readonly unknown[]) => void;
    readonly waitForRPCs: () => Promise<void>;
  };
  readonly state: { readonly getStore: () => object };
  readonly resources: {
    readonly RegisterResourceResponse: new () => Message;
    readonly ReadResourceResponse: new () => Message;
  };
  readonly providers: { readonly InvokeResponse: new () => Message };
  readonly structs: { readonly Struct: { readonly fromJavaScript: (value: unknown) => unknown } };
};

/** From the platform's own copy, since a component must meet the very modules that it imports. */
function loadPulumi(platform: string): Pulumi {
  const load = createRequire(join(platform, "package.json"));
  return {
    main: load("@pulumi/pulumi") as Pulumi["main"],
    rpc: load("@pulumi/pulumi/runtime/rpc") as Pulumi["rpc"],
    settings: load("@pulumi/pulumi/runtime/settings") as Pulumi["settings"],
    state: load("@pulumi/pulumi/runtime/state") as Pulumi["state"],
    resources: load("@pulumi/pulumi/proto/resource_pb") as Pulumi["resources"],
    providers: load("@pulumi/pulumi/proto/provider_pb") as Pulumi["providers"],
    structs: load("google-protobuf/google/protobuf/struct_pb") as Pulumi["structs"],
  };
}

type Engine = {
  readonly planned: readonly Planned[];
  /** Runs a program that makes resources. One program a process: Pulumi's store is global. */
  readonly run: (program: () => Promise<unknown>) => Promise<void>;
};

export type EngineOptions = {
  readonly platform: string;
  readonly project: string;
  readonly stage: string;
  readonly region: string;
  /** What is in AWS already, by its id. */
  readonly found: Readonly<Record<string, Bag>>;
};

/**
 * Stands for Pulumi's engine: remembers each resource and answers with what AWS would make up. Outputs are known at once,
 * not left open as in a preview, so that what depends on them is planned too.
 */
export function startEngine({ platform, project, stage, region, found }: EngineOptions): Engine {
  const pulumi = loadPulumi(platform);
  const planned: Planned[] = [];
  const find = (urn: unknown) => planned.find((each) => each.urn === urn);
  const toPlain = (value: unknown): unknown => {
    if (pulumi.rpc.isRpcSecret(value)) return toPlain(pulumi.rpc.unwrapRpcSecret(value));
    if (Array.isArray(value)) return value.map(toPlain);
    if (typeof value !== "object" || value === null) return value;
    const { path } = value as { readonly path?: unknown };
    if ("__pulumiAsset" in value || "__pulumiArchive" in value) return { file: String(path) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
  };
  const read = (struct: unknown): Bag => toPlain(pulumi.rpc.deserializeProperties(struct)) as Bag;
  const write = async (bag: Bag): Promise<unknown> =>
    pulumi.structs.Struct.fromJavaScript(await pulumi.rpc.serializeProperties("", bag));

  const invoke = async (request: Request) => {
    const args = read(request.getArgs());
    const known = request.getTok() === "pulumi:pulumi:getResource" ? find(args["urn"]) : undefined;
    const answer = new pulumi.providers.InvokeResponse();
    answer.setReturn(
      await write(known ? { urn: known.urn, state: known.outputs } : answerCall(request.getTok(), args, region)),
    );
    return answer;
  };

  const urnOf = (type: string, name: string, parent: string): string => {
    const outer = parent.split("::")[2] ?? "";
    const path = outer === "" || outer === "pulumi:pulumi:Stack" ? type : `${outer}$${type}`;
    const urn = `urn:pulumi:${stage}::${project}::${path}::${name}`;
    if (find(urn)) throw new Error(`two resources are called ${urn}`);
    return urn;
  };

  const register = async (request: Request) => {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const inputs = read(request.getObject());
    const urn = urnOf(type, name, parent);
    const invented: Bag = request.getCustom() ? invent(type, name, inputs, region) : {};
    const { id, ...outputs } = { ...inputs, ...invented };
    planned.push({ type, name, urn, parent, inputs, outputs, retain: request.getRetainondelete(), isRead: false });
    const answer = new pulumi.resources.RegisterResourceResponse();
    answer.setUrn(urn);
    answer.setId(id ?? "");
    answer.setObject(await write(outputs));
    return answer;
  };

  /** What is in AWS already, and only looked at. */
  const readExisting = async (request: Request) => {
    const [type, name, parent, id] = [request.getType(), request.getName(), request.getParent(), request.getId()];
    const urn = urnOf(type, name, parent);
    const outputs = { ...invent(type, id, { name: id }, region), name: id, ...found[id] };
    planned.push({ type, name, urn, parent, inputs: {}, outputs, retain: true, isRead: true });
    const answer = new pulumi.resources.ReadResourceResponse();
    answer.setUrn(urn);
    answer.setProperties(await write(outputs));
    return answer;
  };

  const addOutputs = (request: Request) => {
    const resource = find(request.getUrn());
    if (resource) resource.outputs = { ...resource.outputs, ...read(request.getOutputs()) };
    return {};
  };

  const monitor = {
    supportsFeature: asCall((request) => ({ getHassupport: () => request.getId() !== "outputValues" })),
    invoke: asCall(invoke),
    readResource: asCall(readExisting),
    registerResource: asCall(register),
    registerResourceOutputs: asCall(addOutputs),
  };
  pulumi.settings.setMockOptions(monitor, project, stage, false, "organization");
  Object.assign(pulumi.state.getStore(), features);
  pulumi.main.runtime.setAllConfig({ "aws:region": region });
  const run = async (program: () => Promise<unknown>): Promise<void> => {
    await pulumi.main.runtime.runInPulumiStack(program);
    await pulumi.settings.waitForRPCs();
  };
  return { planned, run };
}

/** What Pulumi would ask the engine about itself. Output values would come in another encoding. */
const features = {
  supportsSecrets: true,
  supportsResourceReferences: true,
  supportsOutputValues: false,
  supportsAliasSpecs: true,
  supportsTransforms: false,
  supportsParameterization: true,
  supportsDeletedWith: true,
  supportsReplaceWith: true,
  supportsResourceHooks: true,
} as const;

const asCall =
  (answer: (request: Request) => unknown) =>
  async (request: Request, done: Done): Promise<void> => {
    try {
      done(null, await answer(request));
    } catch (error) {
      done(error);
    }
  };
