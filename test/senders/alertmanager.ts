import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An Alertmanager in a process of its own, which sends every alert to one receiver. */
export type Alertmanager = {
  /** Says that an alert fires, or no longer does. */
  readonly set: (name: string, state: "firing" | "resolved") => Promise<void>;
  /** A counter of an integration in its own `/metrics`; 0 before it has counted. */
  readonly count: (metric: string, integration: string) => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** `configs`: the receiver's, such as `slack_configs`. JSON is YAML, too. */
export async function startAlertmanager(configs: object): Promise<Alertmanager> {
  const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
  const file = join(folder, "alertmanager.yml");
  const route = {
    receiver: "relay",
    group_by: ["alertname"],
    group_wait: "100ms",
    group_interval: "1s",
    repeat_interval: "1s",
  };
  writeFileSync(file, JSON.stringify({ route, receivers: [{ name: "relay", ...configs }] }));
  const child = spawn("prometheus-alertmanager", [
    `--config.file=${file}`,
    `--storage.path=${folder}`,
    "--web.listen-address=127.0.0.1:0",
    "--web.external-url=http://alerts.example.com",
    "--web.route-prefix=/",
    "--cluster.listen-address=",
  ]);
  const exit = once(child, "close");
  const stop = async (): Promise<void> => {
    child.kill("SIGKILL");
    await exit;
    rmSync(folder, { recursive: true });
  };
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, address] = /msg="Listening on" address=(\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(`http://${address}`);
    });
    void exit.then(() => reject(new Error(`alertmanager ended: ${said}`)));
  });
  return {
    set: async (alertname, state) => {
      const alert = {
        labels: { alertname, severity: "critical", instance: "db-1" },
        annotations: { summary: "磁盘将满 disk at 97 %" },
        generatorURL: "http://prometheus.example.com/graph?g0.expr=disk",
        ...(state === "resolved" && { endsAt: new Date().toISOString() }),
      };
      const answer = await fetch(`${url}/api/v2/alerts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify([alert]),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    count: async (metric, integration) => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const line = metrics
        .split("\n")
        .find((each) => each.startsWith(`alertmanager_${metric}{integration="${integration}"`));
      return Number(line?.split(" ").at(-1) ?? 0);
    },
    stop,
  };
}
