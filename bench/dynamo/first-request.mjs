// Plain JavaScript, since stripping types would cost as much as what is measured.
import { pathToFileURL } from "node:url";

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const event = JSON.parse(process.env["EVENT"] ?? "");
const begun = cpuMs();
const { handler } = await import(pathToFileURL(process.argv[2] ?? "").href);
const loaded = cpuMs();
const answer = await handler(event, { getRemainingTimeInMillis: () => 20_000, awsRequestId: "bench" });
const taken = cpuMs();
if (answer.statusCode !== 202) throw new Error(`it answered ${answer.statusCode}: ${answer.body}`);
process.stdout.write(`\n${JSON.stringify({ startMs: loaded - begun, requestMs: taken - loaded })}\n`);
process.exit();
