import { definePreset } from "./define-preset.ts";
import { stripeReasons } from "./stripe-words.ts";

const object = "data.object";
const amount = `{${object}.amount:money}`;
const page = (kind: string) => `https://dashboard.stripe.com/{livemode:page}${kind}/{${object}.id}`;
const whose = (zh: string, en: string) => ({ zh, en });
const from = { zh: "{$customer}", en: "{$customer}" };

/** Stripe's events: `type`, and the object in `data.object`. What has a message of its own elsewhere is silent. */
export const format = definePreset({
  name: "stripe",
  label: "Stripe",
  event: "{type}",
  at: "created",
  id: "{id}",
  markup: "plain",
  key: `{${object}.id}`,
  link: "https://dashboard.stripe.com/{livemode:page}events/{id}",
  facts: [from, "{livemode:mode}"],
  parts: {
    customer: `{${object}.customer_name|${object}.customer_email|${object}.billing_details.name|${object}.receipt_email|${object}.customer_details.email|${object}.email|${object}.customer}`,
    invoice: { zh: `账单[ {${object}.number}]`, en: `invoice[ {${object}.number}]` },
    reason: `{${object}.reason:reason|${object}.reason}`,
  },
  events: {
    "invoice.payment_failed": {
      is: "state",
      level: "error",
      ...whose(
        `扣款失败：{${object}.amount_due:money}（{$invoice}）`,
        `Payment failed: {${object}.amount_due:money} ({$invoice})`,
      ),
      lines: [
        {
          zh: `第 {${object}.attempt_count} 次尝试[，{${object}.next_payment_attempt:time} 再试]`,
          en: `attempt {${object}.attempt_count}[, the next at {${object}.next_payment_attempt:time}]`,
        },
      ],
      link: page("invoices"),
    },
    "invoice.payment_action_required": {
      level: "warning",
      ...whose(
        `{$invoice} 要客户验证才能扣款：{${object}.amount_due:money}`,
        `The {$invoice} needs the customer's confirmation: {${object}.amount_due:money}`,
      ),
      link: page("invoices"),
    },
    "invoice.paid": {
      is: "end",
      ...whose(`收款 {${object}.amount_paid:money}（{$invoice}）`, `Paid: {${object}.amount_paid:money} ({$invoice})`),
      link: page("invoices"),
    },
    "invoice.overdue": {
      level: "warning",
      ...whose(
        `{$invoice} 逾期未付：{${object}.amount_due:money}`,
        `Overdue: {${object}.amount_due:money} ({$invoice})`,
      ),
      link: page("invoices"),
    },
    "invoice.marked_uncollectible": {
      level: "warning",
      ...whose(
        `{$invoice} 记为坏账：{${object}.amount_due:money}`,
        `Uncollectible: {${object}.amount_due:money} ({$invoice})`,
      ),
      link: page("invoices"),
    },
    invoice: "silent",
    "charge_dispute.created": {
      is: "state",
      level: "error",
      ...whose(`收到拒付：${amount}[（{$reason}）]`, `A charge is disputed: ${amount}[ ({$reason})]`),
      lines: [
        {
          zh: `{${object}.evidence_details.due_by:time} 前要举证`,
          en: `evidence is due by {${object}.evidence_details.due_by:time}`,
        },
      ],
      facts: ["{livemode:mode}"],
      link: page("disputes"),
    },
    "charge_dispute.closed": {
      is: "end",
      level: [`{${object}.status}`],
      ...whose(
        `拒付 ${amount} 有结果：{${object}.status:dispute|${object}.status}`,
        `The dispute of ${amount} is closed: {${object}.status:dispute|${object}.status}`,
      ),
      facts: ["{livemode:mode}"],
      link: page("disputes"),
    },
    "charge_dispute.funds_withdrawn": {
      level: "warning",
      ...whose(`因拒付扣走了 ${amount}`, `${amount} was withdrawn for a dispute`),
      link: page("disputes"),
    },
    "charge_dispute.funds_reinstated": {
      level: "success",
      ...whose(`拒付的 ${amount} 退回来了`, `${amount} of a dispute came back`),
      link: page("disputes"),
    },
    "charge_dispute.updated": "silent",
    "charge.succeeded": { level: "success", ...whose(`收到付款 ${amount}`, `Paid: ${amount}`), link: page("payments") },
    "charge.failed": {
      level: "warning",
      ...whose(`付款失败：${amount}`, `A payment failed: ${amount}`),
      text: `${object}.failure_message`,
      link: page("payments"),
    },
    "charge.refunded": {
      ...whose(`退款 {${object}.amount_refunded:money}`, `Refunded: {${object}.amount_refunded:money}`),
      link: page("payments"),
    },
    charge: "silent",
    "payment_intent.succeeded": {
      level: "success",
      ...whose(`收到付款 {${object}.amount_received:money}`, `Paid: {${object}.amount_received:money}`),
      link: page("payments"),
    },
    "payment_intent.payment_failed": {
      level: "warning",
      ...whose(`付款失败：${amount}`, `A payment failed: ${amount}`),
      text: `${object}.last_payment_error.message`,
      link: page("payments"),
    },
    payment_intent: "silent",
    "checkout_session.completed": {
      level: "success",
      ...whose(`结账完成：{${object}.amount_total:money}`, `Checkout completed: {${object}.amount_total:money}`),
    },
    "checkout_session.expired": "silent",
    "customer_subscription.created": {
      level: "success",
      ...whose("有新订阅", "A new subscription"),
      link: page("subscriptions"),
    },
    "customer_subscription.deleted": {
      level: "warning",
      ...whose("订阅终止了", "A subscription ended"),
      link: page("subscriptions"),
    },
    "customer_subscription.paused": {
      level: "warning",
      ...whose("订阅暂停了", "A subscription was paused"),
      link: page("subscriptions"),
    },
    "customer_subscription.trial_will_end": {
      ...whose(`试用将于 {${object}.trial_end:time} 结束`, `A trial ends at {${object}.trial_end:time}`),
      link: page("subscriptions"),
    },
    customer_subscription: "silent",
    customer: "silent",
    "payout.paid": { level: "success", ...whose(`已打款 ${amount}`, `Payout: ${amount}`), link: page("payouts") },
    "payout.failed": {
      level: "error",
      ...whose(`打款失败：${amount}`, `A payout failed: ${amount}`),
      text: `${object}.failure_message`,
      link: page("payouts"),
    },
    payout: "silent",
    "refund.failed": {
      level: "error",
      ...whose(`退款失败：${amount}`, `A refund failed: ${amount}`),
      text: `${object}.failure_reason`,
    },
    "radar_early_fraud_warning.created": {
      level: "error",
      ...whose(`疑似盗刷：{${object}.fraud_type}`, `Early fraud warning: {${object}.fraud_type}`),
    },
    "review.opened": { level: "warning", ...whose("有付款要人工审核", "A payment needs a review") },
    payment_method: "silent",
    balance: "silent",
  },
  other: whose(`Stripe 事件 {type}[：{${object}.amount:money}]`, `Stripe: {type}[, {${object}.amount:money}]`),
  words: stripeReasons,
  levels: { won: "success", lost: "error", warning_closed: "success", prevented: "success" },
});
