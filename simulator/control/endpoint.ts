import * as z from "zod";
import type { Answer } from "../answer.ts";
import type { PageAnswer } from "../page/page-answer.ts";
import type { SimRequest } from "../request.ts";
import type { World } from "../state.ts";

type Answered = Answer | PageAnswer;

export type Endpoint = {
  readonly method: "GET" | "POST";
  readonly answer: (world: World, request: SimRequest) => Answered | Promise<Answered>;
};

type Run<Schema extends z.ZodType> = (world: World, input: z.infer<Schema>) => Answered | Promise<Answered>;

export const refuseControl = (status: number, error: string): Answer => ({ kind: "json", status, body: { error } });

/** An endpoint that reads its JSON body by a schema. An empty body is an empty object, so that `reset` needs none. */
export const post = <Schema extends z.ZodType>(schema: Schema, run: Run<Schema>): Endpoint => ({
  method: "POST",
  answer: (world, request) => runChecked(schema, run, world, parseJson(request.body.toString())),
});

/** An endpoint that reads its query by a schema; an empty value is none. */
export const get = <Schema extends z.ZodType>(schema: Schema, run: Run<Schema>): Endpoint => ({
  method: "GET",
  answer: (world, { query }) =>
    runChecked(schema, run, world, Object.fromEntries([...query].filter(([, value]) => value !== ""))),
});

function runChecked<Schema extends z.ZodType>(schema: Schema, run: Run<Schema>, world: World, input: unknown) {
  const read = schema.safeParse(input);
  return read.success ? run(world, read.data) : refuseControl(400, explain(read.error));
}

function parseJson(text: string): unknown {
  try {
    return text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the first field at fault. */
function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  return `${[...(issue?.path ?? []), ...unknown].join(".") || "body"}: ${issue?.message ?? "does not fit"}`;
}
