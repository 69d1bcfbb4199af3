import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Source } from "../model/source.ts";
import { tellRefused, tellTaken } from "./serverchan/answers.ts";

const getOrPost: readonly Method[] = ["GET", "POST"];

/** ServerChan (Server酱): `/<secret>.send` as Turbo has it, `/send/<secret>.send` as ServerChan³ does. */
export const serverchan = {
  name: "serverchan",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": getOrPost, ":sendkey": getOrPost, "send/:sendkey": getOrPost },
    proofs: [{ kind: "key" }, { kind: "last", before: ".send" }, { kind: "segment", at: 1, after: "" }],
    taken: tellTaken,
    refused: tellRefused,
  },
  isMine: ({ path }, keys) => /\.send\/?$/.test(path) || (keys.has("desp") && !keys.has("pushkey")),
  load: async () => (await import("./serverchan/format.ts")).serverchanFormat,
} as const satisfies Source;
