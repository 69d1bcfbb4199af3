import { by, type NativeWay } from "./native-ways.ts";

/**
 * How requests of each source prove themselves that has no answers of its own. A source more is an entry more; `bodyAt` is for one whose body
 * has to hold the time.
 */
export const nativeProofs: Readonly<
  Record<string, { readonly ways: Readonly<Record<string, NativeWay>>; readonly bodyAt?: (at: Date) => string }>
> = {
  github: { ways: { signature: by.signature("github", "X-Hub-Signature-256") } },
  gitlab: {
    ways: {
      "signing token": by.signature("standard-webhooks", "webhook-signature", 300),
      "secret token": by.header("X-Gitlab-Token"),
    },
  },
  alertmanager: { ways: { bearer: by.bearer } },
  grafana: { ways: { bearer: by.bearer } },
  generic: { ways: { bearer: by.bearer } },
};
