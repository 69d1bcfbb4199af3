import { randomUUID } from "node:crypto";
import type { Route, Routes } from "../../lib/model/route.ts";
import { scenes } from "../../lib/model/scene.ts";
import { readTarget } from "../../lib/model/target.ts";
import { showOnPhone } from "../cli/phone.ts";
import push from "../sample-push.json" with { type: "json" };
import { signRequest } from "../cli/sign-request.ts";

/** The route that the sample goes through: `ci`, or the first that takes GitHub's webhooks. */
export function findSampleRoute(routes: Routes): string | undefined {
  const names = Object.keys(routes).filter((name) => [routes[name]?.source].flat().includes("github"));
  return names.includes("ci") ? "ci" : names[0];
}

export type SampleRun = {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly name: string;
  readonly route: Route;
  readonly secrets: Readonly<Record<string, string>>;
  readonly idle: () => Promise<void>;
};

/** Sends one signed GitHub push over HTTP, as GitHub would, and tells what QQ received. */
export async function relaySample(run: SampleRun): Promise<string> {
  const { name, route, secrets } = run;
  const body = JSON.stringify(push);
  const secret = secrets[[route.secret ?? []].flat()[0] ?? ""] ?? "";
  const proof = signRequest(route.auth ?? "github", secret, body);
  const path = `/${route.scene}/${name}`;
  const answer = await fetch(`${run.url}${path}${proof.query}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/sample",
      "x-github-event": "push",
      // Someone is watching: it does not wait for what else GitHub may tell of a push.
      prefer: "wait=10",
      "x-github-delivery": randomUUID(),
      ...proof.headers,
    },
    body,
  });
  const answered = (await answer.json()) as Answered;
  await run.idle();
  const received = await Promise.all((answered.deliveries ?? []).map(({ target }) => readMessages(run, target)));
  const told = received
    .flat()
    .map(({ scene, target, body: sent }) =>
      [showOnPhone(sent), `POST ${scenes[scene].path.replace("{id}", target)}`, JSON.stringify(sent)].join("\n"),
    );
  return [
    `示例：一次签了名的 GitHub 推送 → ${path} → HTTP ${answer.status}。QQ 收到：`,
    `A sample: one signed GitHub push → ${path} → HTTP ${answer.status}. What QQ received:\n`,
    ...(told.length > 0 ? told : [`（没有消息 nothing）${JSON.stringify(answered)}`]),
    "",
  ].join("\n");
}

type Answered = { readonly deliveries?: readonly { readonly target: string }[] };

type Received = {
  readonly scene: keyof typeof scenes;
  readonly target: string;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
};

async function readMessages({ simulatorUrl }: SampleRun, name: string): Promise<readonly Received[]> {
  const target = readTarget(name);
  if (target === undefined) return [];
  const query = new URLSearchParams({ scene: target.scene, target: target.id });
  const answer = await fetch(`${simulatorUrl}/_sim/messages?${query.toString()}`);
  return ((await answer.json()) as readonly Received[]).filter(({ status }) => status === 200);
}
