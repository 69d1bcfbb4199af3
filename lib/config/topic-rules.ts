import type { Said } from "../model/said.ts";
import { isCertified, namedSources, type Rule } from "./rule.ts";

const missing: Said = {
  zh: 'topic 没有写；source "sns" 只收自己主题的消息：写上 ARN，例如 topic: "arn:aws:sns:eu-west-1:123456789012:alarms"',
  en: 'topic is missing; source "sns" takes messages of its own topic alone: name its ARN, for example topic: "arn:aws:sns:eu-west-1:123456789012:alarms"',
};

const misplaced: Said = {
  zh: 'topic 只用于 source "sns"；请去掉',
  en: 'topic is for source "sns"; take it away',
};

const opened: Said = {
  zh: 'open 不能用于 source "sns"：它靠 AWS 的签名和 topic；请去掉',
  en: 'open is not for source "sns", which AWS\'s signature and the topic prove; take it away',
};

const otherwise: Said = {
  zh: 'auth 不能用于 source "sns"：它靠 AWS 的签名和 topic；请去掉（开了 raw message delivery 就没有签名，请用 source "generic"）',
  en: 'auth is not for source "sns", which AWS\'s signature and the topic prove; take it away (raw message delivery has no signature: use source "generic" there)',
};

const needless: Said = {
  zh: 'secret 对 source "sns" 没有意义：它靠 AWS 的签名和 topic；请去掉',
  en: 'secret means nothing for source "sns", which AWS\'s signature and the topic prove; take it away',
};

/**
 * Anybody with an account at AWS can have any words signed by it: without a topic of the route's own, a signature proves nothing. What
 * else a route says of proofs is for the sources beside this one.
 */
export const topicRule: Rule = (route, known) => {
  const names = namedSources(route, known);
  const certified = names.filter((name) => isCertified(name, known));
  if (certified.length === 0) return [names.length > 0 && route.topic !== undefined && misplaced];
  const isAlone = certified.length === names.length;
  return [
    route.topic === undefined && missing,
    isAlone && route.open === true && opened,
    isAlone && route.auth !== undefined && otherwise,
    isAlone && route.secret !== undefined && needless,
  ];
};
