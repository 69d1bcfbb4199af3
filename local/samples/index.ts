import push from "../sample-push.json" with { type: "json" };
import clouds from "./clouds.json" with { type: "json" };
import forges from "./forges.json" with { type: "json" };
import home from "./home.json" with { type: "json" };
import monitors from "./monitors.json" with { type: "json" };
import robots from "./robots.json" with { type: "json" };
import { type Given, type Sample, toSample } from "./sample.ts";
import scripts from "./scripts.json" with { type: "json" };
import services from "./services.json" with { type: "json" };

/** What `npm start` sends at its first run. */
const firstPush: Given = {
  id: "github-push",
  source: "github",
  name: { zh: "推送三个提交", en: "a push of three commits" },
  request: { headers: { "x-github-event": "push", "x-github-delivery": "1" }, body: push },
};

/** Requests as senders make them, at least one of every source; made up, and true to each sender's shape. */
export const samples: readonly Sample[] = [
  firstPush,
  ...([forges, monitors, clouds, services, home, scripts, robots].flat() as readonly Given[]),
].map(toSample);
