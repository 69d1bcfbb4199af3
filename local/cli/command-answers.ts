import * as z from "zod";
import { sceneNames } from "../../lib/model/scene.ts";

/** What commands print as JSON that are no operation on the table; those of operations are in `local/operate/answers.ts`. */
const scene = z.enum(sceneNames);

export const Console = z.object({ url: z.url() });

export const Backup = z.object({ file: z.string(), bytes: z.number() });

/** `held`: notices that were pending in the backup, kept as unsure; `aside`: where what was there before is. */
export const Restored = z.object({ file: z.string(), held: z.number(), aside: z.string() });

/** `items`: written; `held`: notices that were pending in the backup, kept as unsure. */
export const Imported = z.object({ file: z.string(), table: z.string(), items: z.number(), held: z.number() });

/** Only a secret that was made here is told by its value. */
export const Secrets = z.array(
  z.object({ name: z.string(), from: z.enum(["generated", "environment", "sst"]), value: z.string().optional() }),
);

export const Paired = z.object({ code: z.string(), route: z.string(), scene, expiresAt: z.iso.datetime() });

export const Bindings = z.array(z.object({ route: z.string(), scene, target: z.string() }));
