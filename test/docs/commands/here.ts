/** How a command is run on this machine. */
export type Here = {
  readonly what: RegExp;
  /** `stays`: it is up once it says so, and is then ended in order. `stopped`: the relay has to stand still. */
  readonly how: "ends" | "stays" | "stopped";
  /** Exit codes that mean that it did as it says; 0 alone where nothing is said. */
  readonly codes?: readonly number[];
  /** What its output has to hold. */
  readonly says?: RegExp;
};

/** What is run, by the first that fits. */
export const here: readonly Here[] = [
  { what: /^npm (?:start|run \w+) -- --help$/, how: "ends", says: /(?:--|RELAY_)\w+/ },
  { what: /^npm start\b/, how: "stays", says: /^ready$/m },
  { what: /^npm run simulator$/, how: "stays", says: /http:\/\/127\.0\.0\.1:\d+/ },
  { what: /^npm run gateway$/, how: "stays", says: /^ready$/m },
  { what: /^npm run docs:\w+$/, how: "ends" },
  { what: /^npm run (?:-s )?relay -- doctor\b/, how: "ends", codes: [0, 1], says: /faults: \d+/ },
  { what: /^npm run (?:-s )?relay -- watch\b/, how: "stays", says: /\S/ },
  { what: /^npm run (?:-s )?relay -- restore\b/, how: "stopped" },
  { what: /^npm run (?:-s )?relay -- /, how: "ends", says: /\S/ },
  { what: /^curl /, how: "ends" },
  { what: /^(?:cp \.env\.example \.env|chmod 6\d0 \.env|mkdir data)$/, how: "ends" },
  { what: /^openssl rand -hex 32$/, how: "ends", says: /^[0-9a-f]{64}$/m },
];

/** How a command is run here; undefined where nobody knows. */
export const hereOf = (text: string): Here | undefined => here.find(({ what }) => what.test(text));
