import { Command } from "commander";
import { expect, it } from "vitest";
import { addOperations } from "../../../local/cli/add-operations.ts";

const program = new Command();
addOperations(program);

it.each(program.commands.map((command) => [command.name(), command] as const))(
  "relay %s is helped by an example, prints JSON, and is done here or on a deployed table",
  (name, command) => {
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain(`例子 Examples:\n  npm run relay -- ${name}`);
    for (const option of ["--json", "--url", "--table", "--stage"]) expect(help).toContain(`  ${option} `);
  },
);
