import type {
  DeleteItemCommandInput,
  DeleteItemCommandOutput,
  GetItemCommandInput,
  GetItemCommandOutput,
  PutItemCommandInput,
  PutItemCommandOutput,
  QueryCommandInput,
  QueryCommandOutput,
  ScanCommandInput,
  ScanCommandOutput,
  UpdateItemCommandInput,
  UpdateItemCommandOutput,
} from "@aws-sdk/client-dynamodb";

/** Of each operation that the table is made of: what it is asked, and what it answers. */
export type Operations = {
  readonly DeleteItem: { readonly input: DeleteItemCommandInput; readonly output: DeleteItemCommandOutput };
  readonly GetItem: { readonly input: GetItemCommandInput; readonly output: GetItemCommandOutput };
  readonly PutItem: { readonly input: PutItemCommandInput; readonly output: PutItemCommandOutput };
  readonly Query: { readonly input: QueryCommandInput; readonly output: QueryCommandOutput };
  readonly Scan: { readonly input: ScanCommandInput; readonly output: ScanCommandOutput };
  readonly UpdateItem: { readonly input: UpdateItemCommandInput; readonly output: UpdateItemCommandOutput };
};

export type Operation = keyof Operations;

export type Answer<Name extends Operation> = Omit<Operations[Name]["output"], "$metadata">;

/**
 * A way to a database that speaks DynamoDB's language. What may pass is tried again before it fails; what fails is thrown under
 * DynamoDB's own name for it (`ResourceNotFoundException`), and as a `TimeoutError` where there was no answer.
 */
export type Dynamo = {
  readonly call: <Name extends Operation>(operation: Name, input: Operations[Name]["input"]) => Promise<Answer<Name>>;
  readonly close: () => Promise<void>;
};
