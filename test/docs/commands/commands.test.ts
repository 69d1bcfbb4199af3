import { describe, expect, it } from "vitest";
import { allCommands, innerOf, runCommands } from "./all-commands.ts";
import { elsewhere, elsewhereOf } from "./elsewhere.ts";
import { commandsIn } from "./find-commands.ts";
import { here, hereOf } from "./here.ts";
import { checks } from "./instead.ts";

const at = ({ document, line, text }: (typeof allCommands)[number]): string => `${document}:${line} ${text}`;

describe("the commands that the documents print", () => {
  it("are found in all of them", () => {
    expect(allCommands.length).toBeGreaterThan(200);
    expect(allCommands.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "npm start",
        "npx sst diff --stage production",
        "chmod 600 .env",
        "npm run relay -- doctor",
      ]),
    );
  });

  it("are run by npm run test:docs, or have a line in elsewhere.ts that says why not", () => {
    expect(allCommands.filter(({ text }) => !elsewhereOf(text) && !hereOf(text)).map(at)).toEqual([]);
    expect(runCommands.filter(({ text }) => !hereOf(text)).map(at)).toEqual([]);
  });

  it("need each line of elsewhere.ts and here.ts", () => {
    const texts = allCommands.map(({ text }) => text);
    const run = runCommands.map(({ text }) => text);
    expect(
      elsewhere.filter((line) => !texts.some((text) => elsewhereOf(text) === line)).map(({ what }) => what),
    ).toEqual([]);
    expect(here.filter((line) => !run.some((text) => hereOf(text) === line)).map(({ what }) => what)).toEqual([]);
  });

  it("that are not run are well, by what is looked at in their place", () => {
    const away = allCommands.flatMap((command) => {
      const line = elsewhereOf(command.text);
      // SST's help takes a second for each of its commands: npm run test:docs asks it.
      return line === undefined || line.instead === "sst"
        ? []
        : checks[line.instead](command.text).map((fault) => `${at(command)}: ${fault}`);
    });
    expect(away).toEqual([]);
  });
});

describe("a command", () => {
  const find = (text: string) => commandsIn("a.md", text).map(({ line, text }) => [line, text]);

  it("is found in blocks and in the text, each by itself and without its comment", () => {
    expect(
      find("```sh\nnpm ci && npm start    # both\n# none\nsim=http://a\n\ncurl $sim \\\n  -d 'a # b'\n```\n"),
    ).toEqual([
      [2, "npm ci"],
      [2, "npm start"],
      [6, "curl $sim -d 'a # b'"],
    ]);
    expect(find("Say `npm run relay -- status`, `.env`, `docker` and `git pull && npm ci`.")).toEqual([
      [1, "npm run relay -- status"],
      [1, "git pull"],
      [1, "npm ci"],
    ]);
    expect(find("```yaml\nnpm: ci\n```\n")).toEqual([]);
    expect(commandsIn("a.md", "```sh\nsim=http://a\ncurl $sim\n```\n")[0]?.given).toEqual(["sim=http://a"]);
  });

  it.each([
    [
      "in a container",
      "docker compose exec -T relay npm run -s relay -- preview - < a.json",
      "npm run -s relay -- preview - < a.json",
    ],
    ["of another user", "sudo -u qq-relay npm run -s relay -- secrets", "npm run -s relay -- secrets"],
    [
      "on a table",
      "npm run relay -- doctor --table <table> --callback <events>",
      "npm run relay -- doctor --callback <events>",
    ],
  ])("%s is run here as what is inside it", (_, text, inner) => expect(innerOf(text)).toBe(inner));

  it.each([
    ["docker compose restart relays", "compose", []],
    ["docker compose revive relay", "compose", ["Compose has no command revive"]],
    ["npm run tested", "ci", ["there is no script tested", "CI does not run npm run tested"]],
    ["npm run simulate -- --month 2", "script", ["simulate knows no --month"]],
    ["systemctl start qq-relay-gate", "unit", []],
    ["cp deploy/none.service /etc", "files", ["deploy/none.service"]],
  ] as const)("%s is judged: %s", (text, instead, faults) => expect(checks[instead](text)).toEqual(faults));

  it.each(["npm run relays", "curly a", "npm run test", "docker composer up"])(
    "that nobody knows is told: %s",
    (text) => expect([elsewhereOf(text), hereOf(text)]).toEqual([undefined, undefined]),
  );
});
