import { expect, it } from "vitest";
import { deployRules } from "../../lib/config/deploy-rules.ts";

const mail = { RELAY_ALARM_EMAIL: "someone@example.com" };

it.each<Readonly<Record<string, string>>>([
  {},
  { RELAY_STATIC_IP: "", RELAY_RESERVED_CONCURRENCY: "", RELAY_BUDGET_USD: "", QQ_API_BASE: "" },
  { RELAY_STATIC_IP: "0" },
  { RELAY_STATIC_IP: "1" },
  { RELAY_STATIC_IP: "ec2" },
  { RELAY_RESERVED_CONCURRENCY: "20" },
  { RELAY_BUDGET_USD: "10", ...mail },
  { RELAY_ADOPT_TABLE: "qq-relay-production-RelayTable-restored.2" },
  { QQ_API_BASE: "https://proxy.example/qq", QQ_TOKEN_URL: "https://proxy.example/token" },
  { RELAY_DOMAIN: "relay.example.com", RELAY_DOMAIN_CERT: "arn:aws:acm:us-east-1:123456789012:certificate/0a-1b" },
  { PATH: "/bin", QQ_APP_ID: "?" },
])("%j is taken", (env) => expect(deployRules(env)).toEqual([]));

it.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ RELAY_STATIC_IP: "nat" }, /^RELAY_STATIC_IP "nat" is 1 .* or ec2/],
  [{ RELAY_RESERVED_CONCURRENCY: "0" }, /^RELAY_RESERVED_CONCURRENCY "0" must be a whole number from 1/],
  [{ RELAY_RESERVED_CONCURRENCY: "1.5" }, /whole number/],
  [{ RELAY_RESERVED_CONCURRENCY: "1001" }, /whole number/],
  [{ RELAY_BUDGET_USD: "ten", ...mail }, /^RELAY_BUDGET_USD "ten" must be whole USD/],
  [{ RELAY_BUDGET_USD: "10" }, /^RELAY_BUDGET_USD needs RELAY_ALARM_EMAIL/],
  [{ RELAY_ALARM_EMAIL: "me" }, /^RELAY_ALARM_EMAIL "me" must be an e-mail address/],
  [{ RELAY_ADOPT_TABLE: "arn:aws:dynamodb:ap-east-1:1:table/x" }, /^RELAY_ADOPT_TABLE .* not its ARN/],
  [{ RELAY_DOMAIN: "relay.example.com" }, /^RELAY_DOMAIN needs RELAY_DOMAIN_CERT/],
  [{ RELAY_DOMAIN_CERT: "arn:aws:acm:ap-east-1:123456789012:certificate/0a" }, /^RELAY_DOMAIN_CERT .* in us-east-1/],
  [{ QQ_API_BASE: "http://127.0.0.1:8788" }, /^QQ_API_BASE .* beginning with https:/],
  [{ QQ_TOKEN_URL: "proxy" }, /^QQ_TOKEN_URL "proxy" must be an address/],
])("%j is told by its name", (env, told) => {
  const [said, ...more] = deployRules(env);
  expect(more).toEqual([]);
  expect(said?.en).toMatch(told);
  expect(said?.zh).toContain(Object.keys(env)[0]);
});

it.each(["https://relay.example.com", "relay", "relay.example.com/events", "-a.example.com", "a..com"])(
  "%s is no domain",
  (name) =>
    expect(deployRules({ RELAY_DOMAIN: name, RELAY_DOMAIN_CERT: "" })[0]?.en).toMatch(/must be a domain, without/),
);
