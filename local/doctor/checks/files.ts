import type { Route, Routes, To } from "../../../lib/model/route.ts";
import { type Check, fault, isReal, oneOf, skip, warning } from "./check.ts";

/** What the relay's own check of the two files says: QQ numbers in place of openids, unknown presets and all else. */
export const checkConfiguration: Check = ({ configuration }) =>
  "faults" in configuration
    ? configuration.faults.map((message) =>
        fault("configuration", {
          message,
          fix: {
            zh: "照上面改好这个文件，再启动或部署：这样它启动不了",
            en: "Mend the file as it says, then start or deploy: it does not start like this",
          },
        }),
      )
    : [];

/** The ids of the routes file as it is shipped, which are nobody's. */
export const shippedIds: ReadonlySet<string> = new Set([
  "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52",
  "10086001",
  "520086001",
  "9E27B4D1C0F84A6E93D5721BFA608C3D",
  "730086001",
]);

/** What people write where an id is to be put in later. */
const standIn =
  /^(?:x{3,}|0+|<.*>|your[\s_-].*|(?:user_|group_|member_)?openid|(?:group|channel|guild|user)[\s_-]?id|todo|.*(?:填|替换|换成).*)$/iu;

/** Ids that stand for others, once messages go to QQ itself. */
export const checkPlaceholders: Check = (facts) => {
  if ("faults" in facts.configuration || !isReal(facts)) return [];
  const found = Object.entries(facts.configuration.routes)
    .map(([name, route]) => ({ name, ids: idsOf(route).filter((id) => shippedIds.has(id) || standIn.test(id)) }))
    .filter(({ ids }) => ids.length > 0);
  if (found.length === 0) return [];
  const names = found.map(({ name }) => name);
  const ids = [...new Set(found.flatMap((each) => each.ids))].join(", ");
  return [
    fault("placeholder-ids", {
      message: {
        zh: `路由 ${names.join("、")} 的 to 里是示例 id（${ids}），QQ 上没有这样的会话`,
        en: `Example ids in to of route ${names.join(", ")} (${ids}): there are no such conversations in QQ`,
      },
      fix: {
        zh: `把 to 改成 "bound"，执行 npm run relay -- pair ${oneOf(names, "<路由>")}，在 QQ 里发配对码；或填真的 id`,
        en: `Write to: "bound", run npm run relay -- pair ${oneOf(names, "<route>")} and send the code in QQ; or put the real id in`,
      },
    }),
  ];
};

const idsOf = ({ to }: Route): readonly string[] => (to === "bound" ? [] : to.flatMap(idsIn));

const idsIn = (to: To): readonly string[] =>
  typeof to === "string" ? [to] : Object.values(to).filter((id: string | undefined): id is string => id !== undefined);

/** A secret shorter than this (characters) can be found by trying. */
const minLength = 16;

/** Whether each secret that routes name is set, and no guess. */
export const checkSecrets: Check = ({ secrets, where, configuration }) => {
  if ("faults" in configuration || !secrets) return [];
  if (where === "deployed" && secrets.length > 0)
    return skip(
      "发送方的密钥在 AWS 里，看不到：npx sst secret list --stage … 可以看",
      "the senders' secrets are in AWS, out of sight: npx sst secret list --stage … shows them",
    );
  return secrets.flatMap(({ name, length }) => {
    const used = routesOf(name, configuration.routes);
    if (length === undefined)
      return fault("secrets", {
        message: {
          zh: `密钥 ${name} 没有设置（路由 ${used.join("、")}）`,
          en: `The secret ${name} is not set (route ${used.join(", ")})`,
        },
        fix: {
          zh: `在 .env 里设 ${name}=$(openssl rand -hex 32)，把值填到发送方那里；或 npm start，它会生成一个`,
          en: `Set ${name} in .env to what openssl rand -hex 32 prints, and give it to the sender; or npm start, which makes one`,
        },
      });
    if (length >= minLength) return [];
    return warning("secrets", {
      message: {
        zh: `密钥 ${name} 只有 ${length} 个字符，容易被猜到（路由 ${used.join("、")}）`,
        en: `The secret ${name} has only ${length} characters and can be guessed (route ${used.join(", ")})`,
      },
      fix: {
        zh: `换成 openssl rand -hex 32 打印的值（至少 ${minLength} 个字符），发送方那里也改`,
        en: `Replace it by what openssl rand -hex 32 prints (${minLength} characters at least), at the sender too`,
      },
    });
  });
};

const routesOf = (secret: string, routes: Routes): readonly string[] =>
  Object.entries(routes).flatMap(([name, route]) => ([route.secret ?? []].flat().includes(secret) ? [name] : []));
