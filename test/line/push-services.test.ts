import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const secret = "phone-secret-5d1e";

const routes: Routes = {
  phone: { scene: "group", source: "bark", secret: "PhoneSecret", to: ["G1"] },
  deer: { scene: "c2c", source: "pushdeer", secret: "PhoneSecret", to: ["U1"] },
  chan: { scene: "group", source: "serverchan", secret: "PhoneSecret", to: ["G2"] },
  several: {
    scene: "group",
    source: "bark",
    secret: "PhoneSecret",
    to: ["G3", "G4"],
    pick: { ops: "G3", dev: "G4" },
  },
};

const it = sharedLineTest(routes, { env: { PhoneSecret: secret } });

type Sent = { readonly path: string; readonly body?: object | string };

async function send({ relay }: Rig, { path, body }: Sent) {
  const init =
    body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await fetch(relay.url + path, init);
  return { status: response.status, text: await response.text() };
}

const told = async (rig: Rig, scene: "group" | "c2c", target: string) =>
  (await rig.deliveries(scene, target)).map(({ notice }) => [notice.title, ...notice.lines].join(" / "));

const success = { status: 200, text: expect.stringMatching(/^\{"code":200,"message":"success","timestamp":\d{10}\}$/) };

describe("Bark's message", () => {
  it.for<[string, Sent, string]>([
    ["in the path", { path: `/group/phone/${secret}/Disk/sda%2F1%20%E6%BB%A1` }, "Disk / sda/1 满"],
    [
      "in the path, at the root of the host",
      { path: `/phone.${secret}/Fan/A-03/%2B5%25%0Anow` },
      "Fan / A-03 / +5% / now",
    ],
    ["alone in the path, at the root", { path: `/phone.${secret}/one+word` }, "one word"],
    ["in a body at the root", { path: "/push", body: { device_key: `phone.${secret}`, body: "by key" } }, "by key"],
    [
      "for several keys at the root",
      { path: "/push", body: { device_keys: [`phone.${secret}`, "x"], body: "by keys" } },
      "by keys",
    ],
    ["for several keys", { path: "/group/phone/push", body: { device_keys: ["x", secret], body: "many" } }, "many"],
    ["in a form", { path: `/group/phone/${secret}`, body: "title=form&body=a%20b" }, "form / a b"],
  ])("%s", async ([, sent, words], { rig }) => {
    expect(await send(rig, sent)).toEqual(success);
    expect(await told(rig, "group", "G1")).toContain(words);
  });

  it("that takes another back tells nothing", async ({ rig }) => {
    const before = await told(rig, "group", "G1");
    expect(await send(rig, { path: `/group/phone/${secret}`, body: { id: "1", delete: "1" } })).toEqual(success);
    expect(await told(rig, "group", "G1")).toEqual(before);
  });

  it("chooses a conversation by a key that the route knows", async ({ rig }) => {
    const push = (words: string, keys: object) =>
      send(rig, { path: `/group/several/${secret}/push`, body: { body: words, ...keys } });
    expect(await push("for one", { device_keys: ["dev"] })).toEqual(success);
    expect(await push("for nobody", { device_key: "sales" })).toEqual({
      status: 400,
      text: expect.stringContaining('"message":"failed to get device token"'),
    });
    expect(await push("for all", {})).toEqual(success);
    expect(await told(rig, "group", "G3")).toEqual(["for all"]);
    expect((await told(rig, "group", "G4")).toSorted()).toEqual(["for all", "for one"]);
  });
});

it("PushDeer's message comes by its key, at the root too", async ({ rig }) => {
  const taken = {
    status: 200,
    text: '{"code":0,"content":{"result":["{\\"counts\\":1,\\"logs\\":[],\\"success\\":\\"ok\\"}"]}}',
  };
  expect(await send(rig, { path: "/c2c/deer/message/push", body: `pushkey=${secret}&text=%23%23%20one` })).toEqual(
    taken,
  );
  expect(await send(rig, { path: "/message/push", body: { pushkey: `deer.${secret}`, text: "two" } })).toEqual(taken);
  expect((await told(rig, "c2c", "U1")).toSorted()).toEqual(["one", "two"]);
});

it("ServerChan's message comes by its sendkey, a repeat under the same number", async ({ rig }) => {
  const ask = () => send(rig, { path: `/group/chan/${secret}.send?title=t&desp=**d**` });
  const first = await ask();
  expect(first).toEqual({
    status: 200,
    text: expect.stringMatching(
      /^\{"code":0,"message":"","data":\{"pushid":"\d+","readkey":"SCT\d+","error":"SUCCESS","errno":0\}\}$/,
    ),
  });
  expect(await ask()).toEqual(first);
  expect(await told(rig, "group", "G2")).toEqual(["t / d"]);
});

it("nothing of a path, a query or a body is in the log", ({ rig }) => {
  const all = rig.logs.join("\n");
  expect(all).toContain('"route":"phone"');
  for (const hidden of [secret, "sales", "Disk", "%2F"]) expect(all).not.toContain(hidden);
});
