import { afterEach, expect, it } from "vitest";
import { listen } from "../../../local/doors/listen.ts";
import { answerJson, type Mount, serveMounts } from "../../../local/doors/mounts.ts";

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

it("asks who comes before the mounts are ready to come again, and then serves them", async () => {
  let mounts: readonly Mount[] | undefined;
  const door = await listen(
    { host: "127.0.0.1", port: 0, variable: "PORT" },
    serveMounts(
      () => mounts,
      () => undefined,
    ),
  );
  closers.push(door.close);
  const post = (path: string) => fetch(`${door.url}${path}`, { method: "POST", body: "{}" });

  const early = await post("/group/ci");
  expect([early.status, early.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await early.json()).toEqual({
    error: "starting",
    message: "The relay is starting; send it again in a moment. · 中继正在启动，请稍后重发。",
  });

  mounts = [{ path: "/group", serve: (_request, response) => answerJson(response, 202, {}) }];
  expect((await post("/group/ci")).status).toBe(202);
  expect((await post("/other")).status).toBe(404);
});

it("hands what no other mount takes to the one of the empty path", async () => {
  const answering = (path: string): Mount => ({ path, serve: (_, response) => answerJson(response, 200, { path }) });
  const door = await listen(
    { host: "127.0.0.1", port: 0, variable: "PORT" },
    serveMounts(
      () => [answering("/group"), answering("")],
      () => undefined,
    ),
  );
  closers.push(door.close);
  const pathOf = async (path: string) => ((await (await fetch(`${door.url}${path}`)).json()) as Mount).path;
  expect(await Promise.all(["/group", "/group/ci?a=/", "/groups", "/", "/?a=1"].map(pathOf))).toEqual([
    "/group",
    "/group",
    "",
    "",
    "",
  ]);
});
