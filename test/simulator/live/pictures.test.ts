import { expect } from "vitest";
import { keepPicture, type Pictures } from "../../../simulator/live/pictures.ts";
import type { Shown } from "../../../simulator/live/view.ts";
import { tellEntries } from "../../../simulator/live/view.ts";
import { recordAttempt } from "../../../simulator/record.ts";
import { emptyState } from "../../../simulator/state.ts";
import { simTest as test } from "../sim-test.ts";

const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a picture that was uploaded as bytes is shown to the page, as what it is", async ({ sim }) => {
  const { body } = await sim.call("POST", "/v2/groups/T/files", { file_type: 1, file_data: png });
  const uuid = String(body["file_uuid"]);
  const answer = await fetch(`${sim.url}/_sim/picture?file=${uuid}`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await answer.arrayBuffer()).toString("base64")).toBe(png);
  expect((await sim.call("GET", "/_sim/picture?file=other")).status).toBe(404);
});

test("an entry says where its picture is", () => {
  const state = emptyState();
  const body = { msg_type: 7, media: { file_info: "f" } };
  state.files.set("f", { scene: "group", endsAt: 0, shownAt: "https://img.example.com/a.png" });
  for (const one of [body, { msg_type: 7, media: null }, "no body", null])
    recordAttempt(state, { scene: "group", id: "G" }, one, { kind: "cut" }, 0);
  const pictures = tellEntries(state, { scene: "group", id: "G" }).map((one: Shown) =>
    one.kind === "sent" ? one.picture : undefined,
  );
  expect(pictures).toEqual(["https://img.example.com/a.png", undefined, undefined, undefined]);
});

test("what is no picture is not kept, and of pictures the last forty", () => {
  const pictures: Pictures = new Map();
  expect(keepPicture(pictures, "html", Buffer.from("<script>").toString("base64"))).toBeUndefined();
  expect(keepPicture(pictures, "large", Buffer.alloc(3_000_000, png, "base64").toString("base64"))).toBeUndefined();
  for (let i = 0; i < 42; i += 1) expect(keepPicture(pictures, `p ${i}`, png)).toBe(`/_sim/picture?file=p%20${i}`);
  expect([...pictures.keys()].slice(0, 1)).toEqual(["p 2"]);
});
