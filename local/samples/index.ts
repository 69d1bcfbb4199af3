import push from "../sample-push.json" with { type: "json" };
import { type Sample, sampleOf } from "./sample.ts";

export const samples: readonly Sample[] = [
  sampleOf(
    "github-push",
    "github",
    { zh: "GitHub 推送", en: "a push to GitHub" },
    { headers: { "x-github-event": "push" }, body: push },
  ),
];
