import type { Said } from "../../lib/model/said.ts";
import { exitOf, exitCodes, failure } from "./failure.ts";

const noCredentials: Said = {
  zh: "没有 AWS 凭据。先 aws sso login 或 aws configure，再用 AWS_PROFILE 指明配置；或设 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY。",
  en: "There are no AWS credentials. Run aws sso login or aws configure and name the profile (AWS_PROFILE), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
};

const badCredentials: Said = {
  zh: "AWS 不认这些凭据，或它们已过期。重新登录（aws sso login），检查 AWS_PROFILE、AWS_ACCESS_KEY_ID 和 AWS_SESSION_TOKEN。",
  en: "AWS does not take these credentials, or they are over. Log in again (aws sso login); check AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN.",
};

const noAnswer = (): Said => ({
  zh: "连不上 DynamoDB。检查网络和 AWS_REGION；设了 DYNAMODB_ENDPOINT 的话，看那里有没有在运行。",
  en: "DynamoDB does not answer. Check the network and AWS_REGION; where DYNAMODB_ENDPOINT is set, whether anything runs there.",
});

/** What is to be done about each thing that goes wrong, by the error's name or code. */
const fixes: Readonly<Record<string, (table: string) => Said>> = {
  ResourceNotFoundException: (table) => ({
    zh: `没有表 ${table}。表名是 sst deploy 打印的 table；检查 AWS_REGION 和 AWS_PROFILE，或用 --stage 让它自己找。`,
    en: `There is no table ${table}. Its name is the table that sst deploy printed; check AWS_REGION and AWS_PROFILE, or have it found by --stage.`,
  }),
  CredentialsProviderError: () => noCredentials,
  TokenProviderError: () => noCredentials,
  UnrecognizedClientException: () => badCredentials,
  InvalidSignatureException: () => badCredentials,
  ExpiredTokenException: () => badCredentials,
  AccessDeniedException: (table) => ({
    zh: `这些 AWS 凭据无权使用表 ${table}。需要 dynamodb:GetItem、PutItem、UpdateItem、DeleteItem、Query（用 --stage 还要 ListTables，backup 要 Scan）。`,
    en: `These AWS credentials may not use the table ${table}. They need dynamodb:GetItem, PutItem, UpdateItem, DeleteItem and Query (ListTables for --stage, Scan for backup).`,
  }),
  ValidationException: (table) => ({
    zh: `${table} 不是 qq-relay 的表，或名字写错了。表名是 sst deploy 打印的 table。`,
    en: `${table} is no table of qq-relay's, or its name is wrong. It is the table that sst deploy printed.`,
  }),
  TimeoutError: noAnswer,
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  ENOTFOUND: noAnswer,
  EAI_AGAIN: noAnswer,
  ETIMEDOUT: noAnswer,
  EINVAL: noAnswer,
  ERR_INVALID_URL: noAnswer,
};

const noRegion: Said = {
  zh: "没有说明 AWS 的地区。设 AWS_REGION，如 AWS_REGION=ap-east-1，或在 AWS_PROFILE 的配置里写 region。",
  en: "No AWS region is named. Set it, as AWS_REGION=ap-east-1, or write region in the profile of AWS_PROFILE.",
};

/** An error of the SDK's, of a table, as a sentence with the fix; what is one already stays as it is. */
export function explainAws(error: unknown, table: string): unknown {
  if (!(error instanceof Error) || exitOf(error) !== exitCodes.refused) return error;
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (/^Region (?:is missing|not accepted)/.test(message)) return failure("unreachable", noRegion, error);
  const fix = fixes[name] ?? fixes[code ?? ""] ?? fixes[nameOfCause(error)];
  if (fix) return failure("unreachable", fix(table), error);
  return failure(
    "unreachable",
    { zh: `无法读写表 ${table}（${name}：${message}）`, en: `table ${table} cannot be used (${name}: ${message})` },
    error,
  );
}

/** Several addresses of one host are tried, and each has its own error. */
function nameOfCause(error: Error): string {
  const [first] = error instanceof AggregateError ? (error.errors as readonly NodeJS.ErrnoException[]) : [];
  return first?.code ?? "";
}
