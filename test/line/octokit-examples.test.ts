import { sign } from "@octokit/webhooks-methods";
import { beforeAll, describe, expect, it } from "vitest";
import { accept } from "../../lib/accept/accept.ts";
import { createGuesses } from "../../lib/accept/guesses.ts";
import { sceneHandler } from "../../lib/http/handler.ts";
import type { AcceptPorts } from "../../lib/accept/accept-ports.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import { arkTemplates, type Form } from "../../lib/model/form.ts";
import { languages } from "../../lib/model/language.ts";
import { sceneNames, scenes } from "../../lib/model/scene.ts";
import type { Store } from "../../lib/ports.ts";
import { wire } from "../../lib/qq/wire.ts";
import { render } from "../support/render.ts";
import { sizeLimits } from "../../lib/render/style/limits.ts";
import { sizeOf } from "../../lib/render/style/size.ts";
import type { Style } from "../../lib/render/style/style.ts";
import { createContext } from "../../local/lambda/context.ts";
import { createEvent } from "../../local/lambda/function-url-event.ts";
import { takeSend } from "../../simulator/send.ts";
import { emptyState } from "../../simulator/state.ts";
import { noon } from "../support/build.ts";
import { examples } from "../support/github.ts";
import { styleOf } from "../support/styles.ts";
import { noSns } from "../support/no-sns.ts";

const secret = "一个密钥 a secret";
const target = "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52";

type Example = { readonly name: string; readonly event: string; readonly text: string; readonly silent: boolean };

/** A push that took commits away says so; every other push without commits, and every deleted ref, says nothing. */
const all: readonly Example[] = examples.flatMap(({ name: event, examples }) =>
  examples.map((body, index) => ({
    name: `${event} ${index}`,
    event,
    text: JSON.stringify(body),
    silent:
      event === "push" &&
      (body["deleted"] === true || (JSON.stringify(body["commits"]) === "[]" && body["forced"] !== true)),
  })),
);

const looks: readonly Pick<Style, "form" | "ark">[] = [
  ...(["text", "markdown"] as const satisfies readonly Form[]).map((form) => ({ form })),
  ...arkTemplates.map((ark) => ({ form: "ark" as const, ark })),
];

const places = sceneNames.flatMap((scene) => languages.map((language) => ({ scene, language })));

const log = () => undefined;

describe.each(places)("every example of GitHub, to $scene in $language", ({ scene, language }) => {
  const enlisted = new Map<string, Delivery>();
  const answers = new Map<string, { readonly status: unknown; readonly state: unknown }>();

  beforeAll(async () => {
    const store: Partial<Store> = {
      enlist: (delivery) => {
        enlisted.set(delivery.id.replace("ci#", ""), delivery);
        return Promise.resolve("enlisted");
      },
    };
    const clock = { now: () => new Date(noon), wait: () => Promise.resolve() };
    const line: AcceptPorts = {
      sns: noSns,
      guesses: createGuesses(),
      heldOf: () => Promise.resolve(undefined),
      scene,
      routes: { ci: { scene, source: "github", secret: "CiSecret", to: [target] } },
      secretsOf: () => [secret],
      settings: { language, timeZone: "Asia/Shanghai" },
      store: store as Store,
      arrivalTime: (now) => now,
      wake: () => Promise.resolve(),
      deliver: () => Promise.resolve("done"),
      clock,
      log,
    };
    const handler = sceneHandler({
      accept: (inbound, deadline) => accept(inbound, deadline, line),
      deliver: () => Promise.resolve(),
      clock,
      log,
    });
    for (const { name, event, text } of all) {
      const id = name.replace(" ", "-");
      const headers = {
        "content-type": ["application/json"],
        "x-github-event": [event],
        "x-github-delivery": [id],
        "x-hub-signature-256": [await sign(secret, text)],
      };
      const request = { method: "POST", url: "/ci", headers, body: Buffer.from(text) };
      const surroundings = { sourceIp: "127.0.0.1", urlId: scene, requestId: id };
      const answer = await handler(
        createEvent({ ...request, ...surroundings }, {}, clock.now()),
        createContext(scene, 30_000),
      );
      const { statusCode, body = "{}" } = typeof answer === "object" ? answer : {};
      const { deliveries } = JSON.parse(body) as { deliveries?: readonly { readonly state: string }[] };
      answers.set(name, { status: statusCode, state: deliveries?.[0]?.state });
    }
  });

  it("is accepted; pushes without commits and deleted refs are ignored, and nothing is kept of them", () => {
    const wrong = all.filter(({ name, silent }) => {
      const { status, state } = answers.get(name) ?? {};
      return status !== 202 || (state !== "pending" && state !== "ignored") || (silent && state !== "ignored");
    });
    expect(wrong.map(({ name }) => [name, answers.get(name)])).toEqual([]);
    const told = all.filter(({ name }) => answers.get(name)?.state === "pending");
    expect([...enlisted.keys()]).toEqual(told.map(({ name }) => name.replace(" ", "-")));
    expect(all.filter(({ silent }) => silent).length).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(all.length / 2);
  });

  it.each(looks)("fits and is taken by QQ as $form $ark", (look) => {
    const qq = { ...emptyState() };
    qq.settings = { ...qq.settings, sandbox: true };
    const style = styleOf(look.form, { ...look, wire: scenes[scene].wire, language, limit: sizeLimits[scene] });
    const wrong = [...enlisted].flatMap(([name, { notice }]) => {
      const message = render([notice], style);
      const { characters, bytes } = sizeOf(message);
      const body = wire(message, scene, { kind: "proactive" });
      const answer = takeSend(qq, { scene, id: target }, body, noon);
      const { limit } = style;
      const fits = characters <= limit.characters && bytes <= limit.bytes;
      return fits && answer.kind === "json" ? [] : [{ name, characters, bytes, answer }];
    });
    expect(wrong).toEqual([]);
  });
});
