import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { commandsFor } from "../../lib/config/adopted-table.ts";
import { deployVariables } from "../../lib/config/deploy-rules.ts";
import { regionsWithoutUrls } from "../../lib/config/region-rules.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const docs = { en: read("docs/deploy.md"), zh: read("docs/deploy.zh-CN.md") };

/** The part of a text from one heading to the next of its rank. */
function part(text: string, heading: string): string {
  const [, after = ""] = text.split(`\n## ${heading}\n`);
  return after.split("\n## ")[0] ?? "";
}

const headings = {
  risks: { en: "What may stand in the way", zh: "可能卡住的地方" },
  steps: { en: "Deploy in six steps", zh: "六步部署" },
  github: { en: "From GitHub", zh: "从 GitHub 部署" },
  domain: { en: "A domain of your own", zh: "自己的域名" },
  adopting: { en: "A table that is there already", zh: "接着用已有的表" },
  removing: { en: "Removing", zh: "移除" },
  trouble: { en: "When it does not go as described", zh: "和这里写的不一样时" },
  readers: { en: "Who can read the secrets", zh: "谁能读到密钥" },
} as const;

/** What a reader of each part has to be told, in either language. */
const facts: Readonly<Record<keyof typeof headings, readonly (string | RegExp)[]>> = {
  risks: [
    /^\n1\. .*QQ.*`on\.aws`/s,
    "429",
    "28",
    "`ap-east-1`",
    "AWS Regions",
    "`cn-north-1`",
    /self-host/,
    "HTTPS_PROXY=",
    "SST_NO_BUN=1",
    "11298",
    "90",
    "RELAY_ANY_REGION=1",
    ...Object.keys(regionsWithoutUrls).map((region) => `\`${region}\``),
  ],
  steps: [
    /^0\. /m,
    "aws lambda get-account-settings --region ap-southeast-1",
    "--service-code lambda --quota-code L-B99A9384 --desired-value 1000",
    "AWS_REGION=",
    "SST_STAGE=production",
    'echo "GithubSecret: $secret"',
    "printf %s",
    "npm run plan -- --stage production",
    "npx sst diff --stage production",
    "npx sst deploy --stage production",
    ...deployVariables.map((name) => `\`${name}`),
    "`RELAY_GATEWAY_IMAGE",
  ],
  github: [
    ".github/workflows/deploy.yml",
    "deploy/aws/github-role.yaml",
    "AWS_ROLE",
    "RELAY_SECRETS",
    "Network=yes",
    /administrator|管理员/,
  ],
  domain: [
    "RELAY_DOMAIN=",
    "RELAY_DOMAIN_CERT=",
    "us-east-1",
    "domainPointsTo",
    // A name that stands in `proxy_pass` is looked up once, and AWS changes its address.
    "resolver ",
    "proxy_pass https://$group;",
    "proxy_pass https://$events;",
    "client_max_body_size 6m;",
    "proxy_set_header Host $proxy_host;",
    "proxy_ssl_server_name on;",
  ],
  adopting: [
    "RELAY_ADOPT_TABLE",
    "restore-table-to-point-in-time",
    "npm run relay -- import restored.sqlite --table qq-relay-production-restored --over",
    "tableNeeds",
  ],
  removing: ["sst-state-", "sst-asset-", "/sst/bootstrap", "/sst/passphrase/qq-relay/"],
  trouble: [
    "npx sst unlock --stage production",
    "npx sst refresh",
    "already exists",
    "aws logs delete-log-group",
    "11298",
    "429",
  ],
  readers: ["SST_KEY", /token|令牌/, "Scan"],
};

describe.each(Object.entries(docs))("docs/deploy, %s", (language, text) => {
  it.each(Object.entries(facts))("tells %s", (name, told) => {
    const heading = headings[name as keyof typeof headings][language as keyof typeof docs];
    const found = part(text, heading);
    expect(found).not.toBe("");
    for (const fact of told) {
      if (typeof fact === "string") expect(found).toContain(fact);
      else expect(found).toMatch(fact);
    }
  });

  it("gives a restored table back all that the deployment says it lacks", () => {
    const found = part(text, headings.adopting[language as keyof typeof docs]);
    const lost = {
      name: "qq-relay-production-restored",
      hashKey: "pk",
      rangeKey: "sk",
      indexes: [],
      expires: false,
      recovers: false,
      isProtected: false,
    };
    for (const command of commandsFor(lost, true)) expect(found).toContain(`   ${command}\n`);
  });
});

it("both languages have the same parts, commands and settings", () => {
  const shape = (text: string) => ({
    headings: [...text.matchAll(/^#{2,3} /gm)].length,
    commands: [...text.matchAll(/^ +(?:npx|npm|aws|proxy_\w+) .*$/gm)].map(([line]) =>
      line
        .trim()
        .replace(/\s+#.*$/, "")
        .replace(/<[^>]+>/, "<>")
        .replace("…", ""),
    ),
    settings: [...text.matchAll(/^\| `([A-Z_]+)=/gm)].map(([, name]) => name),
  });
  expect(shape(docs.zh)).toEqual(shape(docs.en));
  expect(shape(docs.en).commands.length).toBeGreaterThan(10);
});

it(".env.example has every variable of a deployment, each a comment, and git keeps .env to itself", () => {
  const example = read(".env.example");
  const offered = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ""));
  for (const name of ["AWS_REGION", "SST_STAGE", "RELAY_ANY_REGION", "RELAY_GATEWAY_IMAGE", ...deployVariables])
    expect(offered).toHaveProperty(name);
  for (const name of ["AWS_REGION", "SST_STAGE"]) expect(parseEnv(example)).not.toHaveProperty(name);
  expect(read(".gitignore").split("\n")).toEqual(expect.arrayContaining([".env", ".env.*", "!.env.example"]));
});
