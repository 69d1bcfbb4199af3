/** Routes for the tests of what is deployed, in place of the user's own: one a scene, one that can set but a URL, and one of a dialect. */
export const routes = {
  ci: {
    scene: "group",
    source: "github",
    secret: "GithubSecret",
    to: ["group-of-the-test"],
    policy: { proactive: "always" },
  },
  alerts: {
    scene: "channel",
    source: "alertmanager",
    secret: ["AlertsSecret", "OldAlertsSecret"],
    to: [{ id: "1001", guild: "2001" }],
    policy: { maxAge: "1d" },
  },
  me: {
    scene: "c2c",
    source: "generic",
    secret: "MeSecret",
    to: ["user-of-the-test"],
    policy: { proactive: "always" },
  },
  door: {
    scene: "c2c",
    source: "generic",
    secret: "MeSecret",
    auth: "key",
    to: ["user-of-the-test"],
    policy: { proactive: "always" },
  },
  nas: { scene: "c2c", source: "gotify", secret: "MeSecret", to: ["user-of-the-nas"], policy: { proactive: "always" } },
  direct: {
    scene: "dm",
    source: "generic",
    secret: "DirectSecret",
    to: ["3001"],
    policy: { proactive: "always", spill: { to: "me", after: "1h" } },
  },
} as const;
