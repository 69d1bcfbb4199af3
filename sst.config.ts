// oxlint-disable-next-line typescript/triple-slash-reference -- how SST declares its globals
/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const production = input?.stage === "production";
    return {
      name: "qq-relay",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
      providers: { aws: { version: "7.20.0" } },
    };
  },
  async run() {
    await import("./infra/check.ts");
    await import("./infra/defaults.ts");
    await import("./infra/table.ts");
    await import("./infra/scenes.ts");
    await import("./infra/events.ts");
    await import("./infra/domain.ts");
    await import("./infra/gateway.ts");
    await import("./infra/sweep.ts");
    await import("./infra/alarms.ts");
    await import("./infra/budget.ts");
    await import("./infra/dashboard.ts");
    const { outputs } = await import("./infra/outputs.ts");
    return outputs;
  },
});
