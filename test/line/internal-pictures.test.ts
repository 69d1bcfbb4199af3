import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const open = { source: "generic", open: true } as const;

const routes: Routes = {
  text: { ...open, scene: "group", to: ["G1"] },
  ark24: { ...open, scene: "group", to: ["G2"], form: "ark", ark: 24 },
  ark37: { ...open, scene: "c2c", to: ["U1"], form: "ark", ark: 37 },
  embed: { ...open, scene: "channel", to: ["101"], form: "embed" },
  words: { ...open, scene: "dm", to: ["201"] },
};

const places = [
  ["group", "text", "G1"],
  ["group", "ark24", "G2"],
  ["c2c", "ark37", "U1"],
  ["channel", "embed", "101"],
  ["dm", "words", "201"],
] as const;

const plenty = {
  override: Object.fromEntries(["c2c", "group", "channel", "dm"].map((scene) => [scene, { proactive: 99 }])),
};

describe.for(["keep", "defang"] as const)("links %s: a picture inside the network", (links) => {
  const it = lineTest(routes, { settings: { limits: plenty, links }, qq: { limits: plenty } });

  it.for([
    "http://10.0.0.8/secret-panel.png",
    "https://grafana.internal/secret-panel.png",
    "http://10.0.0.8:9090/secret-panel.png",
    "http://[::ffff:169.254.169.254]/secret-panel.png",
  ])("%s is told of without its address", async (image, { rig }) => {
    for (const [scene, route, target] of places) {
      await rig.post(`/${scene}/${route}`, { title: "磁盘快满了", text: "剩 3%", image });
      await rig.relay.idle();
      const [attempt, ...more] = await rig.attempts(scene, target);
      expect([attempt?.code, more]).toEqual([0, []]);
      expect(JSON.stringify(attempt?.body)).toContain("磁盘快满了");
      expect(JSON.stringify(attempt?.body)).not.toMatch(/secret-panel|10\.0|10。0|grafana|169/);
    }
  });

  it("a public one is shown", async ({ rig }) => {
    const image = "https://img.example.com/open-panel.png";
    for (const [scene, route, target] of places.slice(1, 4)) {
      await rig.post(`/${scene}/${route}`, { title: "磁盘快满了", text: "剩 3%", image });
      await rig.relay.idle();
      const [attempt] = await rig.received(scene, target);
      if (links === "keep") expect(JSON.stringify(attempt?.body)).toContain("open-panel");
    }
  });
});
