import type { Source } from "../model/source.ts";
import { alertmanager } from "./alertmanager.ts";
import { bark } from "./bark.ts";
import { apprise } from "./apprise.ts";
import { bitbucket } from "./bitbucket.ts";
import { coding } from "./coding.ts";
import { generic } from "./generic.ts";
import { cloudmonitor } from "./cloudmonitor.ts";
import { dingtalk } from "./dingtalk.ts";
import { discord } from "./discord.ts";
import { feishu } from "./feishu.ts";
import { gitea } from "./gitea.ts";
import { gitee } from "./gitee.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { gotify } from "./gotify.ts";
import { grafana } from "./grafana.ts";
import { healthchecks } from "./healthchecks.ts";
import { jenkins } from "./jenkins.ts";
import { mattermost } from "./mattermost.ts";
import { onebot } from "./onebot.ts";
import { pushdeer } from "./pushdeer.ts";
import { ntfy } from "./ntfy.ts";
import { rocketchat } from "./rocketchat.ts";
import { serverchan } from "./serverchan.ts";
import { sentry } from "./sentry.ts";
import { slack } from "./slack.ts";
import { uptimeKuma } from "./uptime-kuma.ts";
import { presets } from "./presets.ts";
import { sns } from "./sns.ts";
import { standardWebhooks } from "./standard-webhooks.ts";
import { wecom } from "./wecom.ts";
import { telegram } from "./telegram.ts";
import { zabbix } from "./zabbix.ts";

/** The inbound formats a route may name. A new one is one file and one line. */
export const sources = {
  github,
  gitlab,
  gitea,
  gitee,
  coding,
  bitbucket,
  alertmanager,
  grafana,
  "uptime-kuma": uptimeKuma,
  healthchecks,
  sentry,
  jenkins,
  zabbix,
  generic,
  gotify,
  slack,
  mattermost,
  rocketchat,
  discord,
  dingtalk,
  feishu,
  wecom,
  onebot,
  telegram,
  bark,
  serverchan,
  pushdeer,
  ntfy,
  apprise,
  ...presets,
  sns,
  cloudmonitor,
  "standard-webhooks": standardWebhooks,
} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;
