/** Words of Stripe's API for people: of disputes, and whether it is but a test. */
export const stripeReasons = {
  page: { true: "", false: "test/" },
  mode: { false: { zh: "测试模式", en: "test mode" } },
  dispute: {
    won: { zh: "胜诉", en: "won" },
    lost: { zh: "败诉", en: "lost" },
    warning_closed: { zh: "询问已结束", en: "inquiry closed" },
  },
  reason: {
    general: { zh: "一般原因", en: "general" },
    fraudulent: { zh: "称非本人交易", en: "fraudulent" },
    duplicate: { zh: "称重复扣款", en: "duplicate" },
    product_not_received: { zh: "称没收到商品", en: "product not received" },
    product_unacceptable: { zh: "称商品不符", en: "product unacceptable" },
    subscription_canceled: { zh: "称已取消订阅", en: "subscription cancelled" },
    credit_not_processed: { zh: "称未退款", en: "credit not processed" },
    unrecognized: { zh: "称不认得这笔交易", en: "unrecognized" },
  },
} as const;
