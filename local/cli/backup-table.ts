import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { openSqlite } from "../../lib/store/sqlite/table.ts";
import { textOf } from "../../lib/store/item.ts";
import { lookInto } from "../admin/look-into.ts";
import { writeWhole } from "../admin/write-whole.ts";
import type { Deployed } from "./deployed.ts";
import { failure } from "./failure.ts";

/** Items that are written at once. */
const atOnce = 100;

/**
 * Writes all that a deployed table holds into a file as an embedded run's backup is: `restore` takes it. It is no moment's
 * picture: what changes while it is read may be in it or not. Answers its size (bytes).
 */
export async function backUpDeployed({ client, name, use }: Deployed, file: string): Promise<number> {
  if (existsSync(file))
    throw failure("refused", {
      zh: `${file} 已存在，请换个文件名`,
      en: `${file} exists already: name another file`,
    });
  if (lookInto(dirname(file)) !== "open")
    throw failure("absent", {
      zh: `没有目录 ${dirname(file)}，或无权进入`,
      en: `there is no folder ${dirname(file)}, or it may not be entered`,
    });
  const { paginateScan } = await import("@aws-sdk/client-dynamodb");
  const { fromAttributes } = await import("../../lib/store/dynamo/attributes.ts");
  return writeWhole(file, async (draft) => {
    rmSync(draft, { force: true });
    await use(async () => {
      const table = openSqlite(draft, () => 0);
      if ("kind" in table) throw new Error(table.reason);
      try {
        for await (const { Items = [] } of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
          for (let from = 0; from < Items.length; from += atOnce) {
            const items = Items.slice(from, from + atOnce).map((attributes) => fromAttributes(attributes));
            await Promise.all(
              items.map((item) => table.put({ ...item, pk: textOf(item["pk"]), sk: textOf(item["sk"]) })),
            );
          }
      } finally {
        await table.close();
      }
    });
  });
}
