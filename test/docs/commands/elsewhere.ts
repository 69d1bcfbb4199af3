/** What is looked at in place of running a command. */
export type Instead =
  /** `package.json` has the script, and CI runs it. */
  | "ci"
  /** `package.json` has the script; it takes minutes, and its options are in its code. */
  | "script"
  /** Words and options are those that the pinned SST prints in its help. */
  | "sst"
  /** The service is in `compose.yaml`, and Compose's own words are known. */
  | "compose"
  /** The command of the relay inside it is run here. */
  | "inner"
  /** The unit is in `deploy`; `npm run test:image` has systemd verify it. */
  | "unit"
  /** The files that it names are in the project. */
  | "files"
  /** A way of calling is named, not one call: there is nothing to run. */
  | "nothing";

/** A command that the documents print and this machine cannot or should not run. */
export type Elsewhere = { readonly what: RegExp; readonly reason: string; readonly instead: Instead };

/** All of them. What is neither here nor run fails the test, and so does a line that no document needs. */
export const elsewhere: readonly Elsewhere[] = [
  {
    what: /…$|^(?:curl -i|docker build|chmod 644|npm run relay -- send)$| --$/,
    reason: "names a way of calling, and no call",
    instead: "nothing",
  },

  { what: /^(?:npx )?sst /, reason: "needs an AWS account", instead: "sst" },
  { what: /^secret=\$\(openssl /, reason: "makes a secret and shows it", instead: "nothing" },
  { what: /^aws /, reason: "needs an AWS account", instead: "nothing" },
  { what: /^npm run relay -- .*(?:--stage|--table)\b/, reason: "needs an AWS account", instead: "inner" },

  { what: /^docker compose (?:exec|run).* npm run -s relay/, reason: "needs a container engine", instead: "inner" },
  { what: /^docker compose /, reason: "needs a container engine", instead: "compose" },
  {
    what: /^docker (?:build|run)\b/,
    reason: "needs a container engine; npm run test:image follows the Dockerfile",
    instead: "files",
  },

  { what: /^sudo -u qq-relay npm run -s relay/, reason: "needs root and the unit's user", instead: "inner" },
  {
    what: /^(?:systemctl (?:start|stop|edit|enable|restart)|journalctl).* qq-relay/,
    reason: "needs root and systemd",
    instead: "unit",
  },
  { what: /^systemctl daemon-reload$/, reason: "needs root and systemd", instead: "nothing" },
  { what: /^cp deploy\/\S+\.service \/etc\/systemd\/system\/$/, reason: "needs root", instead: "files" },
  { what: /^(?:useradd|chown|sudo chown) /, reason: "needs root", instead: "nothing" },
  { what: /^cd \/opt\/qq-relay$/, reason: "needs root", instead: "nothing" },
  { what: /^echo RELAY_DATA=/, reason: "writes a file of a server's", instead: "nothing" },

  {
    what: /^git (?:clone|pull|checkout)\b/,
    reason: "needs the project's address; npm run test:newcomer clones it",
    instead: "nothing",
  },
  { what: /^cd qq-relay$/, reason: "the clone of npm run test:newcomer", instead: "nothing" },
  { what: /^ssh /, reason: "needs another machine", instead: "nothing" },

  { what: /^npm ci$/, reason: "npm run test:newcomer runs it on a fresh clone", instead: "ci" },
  { what: /^npm ci --omit=dev(?: --omit=optional)?$/, reason: "npm run test:image runs it", instead: "ci" },
  { what: /^npm test$/, reason: "it would run itself", instead: "ci" },
  {
    what: /^npm run (?:check|test:infra|test:image|test:durability|test:senders|test:gateway-clients|corpus|fuzz|test:docs|test:newcomer|test:browser|test:pack)\b/,
    reason: "a step of CI of its own",
    instead: "ci",
  },
  {
    what: /^npm run (?:test:random|test:promises|test:runtime|bench|simulate|plan|costs)\b/,
    reason: "takes minutes",
    instead: "script",
  },
  {
    what: /^npm run pack:simulator$/,
    reason: "leaves a tarball here; npm run test:pack packs into a folder of its own",
    instead: "script",
  },
  {
    what: /^(?:npm install --save-dev \.\/|npx |node --import )qq-bot-simulator\b/,
    reason: "needs the packed simulator in a folder of its own; npm run test:pack runs it there",
    instead: "nothing",
  },
  {
    what: /^QQ_SIM=\S+ node --import \.\/simulator\/redirect\.ts my-bot\.js$/,
    reason: "needs somebody's bot; npm run test:gateway-clients starts four so",
    instead: "files",
  },
  { what: /^npx vitest run <path>/, reason: "for one test at a time", instead: "nothing" },
];

/** The line for a command; undefined where it is to be run here. */
export const elsewhereOf = (text: string): Elsewhere | undefined => elsewhere.find(({ what }) => what.test(text));
