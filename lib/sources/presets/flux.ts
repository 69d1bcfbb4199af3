import { definePreset } from "./define-preset.ts";

const over = {
  ReconciliationSucceeded: "over",
  Succeeded: "over",
  InstallSucceeded: "over",
  UpgradeSucceeded: "over",
  RollbackSucceeded: "over",
  TestSucceeded: "over",
  HealthCheckSucceeded: "over",
};

/** Flux's notification-controller, providers `generic` and `generic-hmac`. */
export const format = definePreset({
  name: "flux",
  label: "Flux",
  event: ["{severity}.{reason}", "{severity}"],
  variant: "{reason:over}",
  at: "timestamp",
  markup: "plain",
  words: { over },
  parts: { thing: "{involvedObject.kind} [{involvedObject.namespace}/]{involvedObject.name}" },
  key: "{involvedObject.kind}/[{involvedObject.namespace}]/{involvedObject.name}[/{metadata.cluster}]",
  text: "message",
  facts: [
    "{metadata.summary}",
    "{metadata['kustomize.toolkit.fluxcd.io/revision']:short|metadata['helm.toolkit.fluxcd.io/revision']:short|metadata['source.toolkit.fluxcd.io/revision']:short|metadata.revision:short}",
  ],
  events: {
    error: { level: "error", is: "state", zh: "{$thing} 出错了[（{reason}）]", en: "{$thing} failed[ ({reason})]" },
    info: { zh: "{$thing}：{reason}", en: "{$thing}: {reason}" },
    "info/over": { is: "end", zh: "{$thing} 成功[（{reason}）]", en: "{$thing} succeeded[ ({reason})]" },
    "info.Progressing": "silent",
    trace: "silent",
  },
  other: { zh: "{$thing}[：{reason}]", en: "{$thing}[: {reason}]" },
});
