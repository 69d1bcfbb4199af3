import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

// node local/plan/install-platform.ts: installs SST's platform, from which the plan is made, unless this version is there.
const root = join(import.meta.dirname, "..", "..");
const platform = join(root, ".sst", "platform");
const { version } = JSON.parse(readFileSync(join(root, "node_modules", "sst", "package.json"), "utf8")) as {
  readonly version: string;
};
const versionFile = join(platform, "version");
const installed = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : undefined;
if (installed !== version || !existsSync(join(platform, "node_modules", "@pulumi", "aws", "package.json")))
  execFileSync("npm", ["run", "sst:types"], { cwd: root, stdio: "inherit" });
