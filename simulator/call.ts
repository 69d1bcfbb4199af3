import type { SceneName, Target } from "./scene.ts";

/** A call of QQ's API, as its path names it. */
export type Call =
  | { readonly kind: "token" | "me" | "guilds" | "gateway" | "gateway-bot" | "create-dm" }
  | { readonly kind: "send" | "upload" | "prepare-upload" | "finish-part" | "stream"; readonly target: Target }
  | { readonly kind: "recall"; readonly target: Target; readonly message: string }
  | { readonly kind: "acknowledge"; readonly interaction: string }
  | { readonly kind: "guild" | "channels" | "guild-setting"; readonly guild: string }
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "message"; readonly channel: string; readonly message: string }
  | { readonly kind: "group-info" | "bot-state"; readonly group: string }
  /** The bytes of a part, to what QQ keeps files in. */
  | { readonly kind: "put-part"; readonly upload: string; readonly part: string };

type Ids = readonly [first: string, second: string];
type Row = readonly [method: string, path: RegExp, read: (ids: Ids) => Call];

const bases = {
  c2c: "/v2/users",
  group: "/v2/groups",
  channel: "/channels",
  dm: "/dms",
} as const satisfies Record<SceneName, string>;

const rowsOf = (scene: SceneName): readonly Row[] => {
  const base = `^${bases[scene]}/([^/]+)`;
  const target = (ids: Ids): Target => ({ scene, id: ids[0] });
  return [
    ["POST", new RegExp(`${base}/messages$`), (ids) => ({ kind: "send", target: target(ids) })],
    [
      "DELETE",
      new RegExp(`${base}/messages/([^/]+)$`),
      (ids) => ({ kind: "recall", target: target(ids), message: ids[1] }),
    ],
  ];
};

/** What ends the path of each call that brings a file; `complete_upload` is one client's, on no page. */
const fileCalls = {
  files: "upload",
  complete_upload: "upload",
  upload_prepare: "prepare-upload",
  upload_part_finish: "finish-part",
} as const;

const filesOf = (scene: "c2c" | "group"): readonly Row[] =>
  Object.entries(fileCalls).map(([end, kind]): Row => [
    "POST",
    new RegExp(`^${bases[scene]}/([^/]+)/${end}$`),
    ([id]) => ({ kind, target: { scene, id } }),
  ]);

const me = "^/users/(?:@|%40)me";

const rows: readonly Row[] = [
  ["POST", /^\/app\/getAppAccessToken$/, () => ({ kind: "token" })],
  ...(["c2c", "group", "channel", "dm"] as const).flatMap(rowsOf),
  ...filesOf("c2c"),
  ...filesOf("group"),
  ["PUT", /^\/upload-parts\/([^/]+)\/(\d+)$/, ([upload, part]) => ({ kind: "put-part", upload, part })],
  ["POST", /^\/v2\/users\/([^/]+)\/stream_messages$/, ([id]) => ({ kind: "stream", target: { scene: "c2c", id } })],
  ["GET", /^\/v2\/groups\/([^/]+)\/info$/, ([group]) => ({ kind: "group-info", group })],
  ["GET", /^\/v2\/groups\/([^/]+)\/bot_state$/, ([group]) => ({ kind: "bot-state", group })],
  ["GET", new RegExp(`${me}$`, "i"), () => ({ kind: "me" })],
  ["POST", new RegExp(`${me}/dms$`, "i"), () => ({ kind: "create-dm" })],
  ["GET", new RegExp(`${me}/guilds$`, "i"), () => ({ kind: "guilds" })],
  ["GET", /^\/gateway$/, () => ({ kind: "gateway" })],
  ["GET", /^\/gateway\/bot$/, () => ({ kind: "gateway-bot" })],
  ["PUT", /^\/interactions\/([^/]+)$/, ([interaction]) => ({ kind: "acknowledge", interaction })],
  ["GET", /^\/guilds\/([^/]+)$/, ([guild]) => ({ kind: "guild", guild })],
  ["GET", /^\/guilds\/([^/]+)\/channels$/, ([guild]) => ({ kind: "channels", guild })],
  ["GET", /^\/guilds\/([^/]+)\/message\/setting$/, ([guild]) => ({ kind: "guild-setting", guild })],
  ["GET", /^\/channels\/([^/]+)$/, ([channel]) => ({ kind: "channel", channel })],
  ["GET", /^\/channels\/([^/]+)\/messages\/([^/]+)$/, ([channel, message]) => ({ kind: "message", channel, message })],
];

/** The call that a request means, or the status of one that does not exist. */
export function findCall(method: string, path: string): Call | 404 | 405 {
  let known = false;
  for (const [wanted, pattern, read] of rows) {
    const match = pattern.exec(path);
    if (!match) continue;
    known = true;
    if (wanted !== method) continue;
    const ids = decodeIds(match[1] ?? "", match[2] ?? "");
    return ids ? read(ids) : 404;
  }
  return known ? 405 : 404;
}

function decodeIds(first: string, second: string): Ids | undefined {
  try {
    return [decodeURIComponent(first), decodeURIComponent(second)];
  } catch {
    return undefined;
  }
}
