export const snsTypes = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"] as const;

/**
 * What SNS signs of a message and proves it by, in AWS's own names; `Subject` is signed in notifications alone, `Token` and
 * `SubscribeURL` in the others. The certificate's and the subscription's address are of the topic's own host.
 */
export type SnsMessage = {
  readonly Type: (typeof snsTypes)[number];
  readonly MessageId: string;
  readonly TopicArn: string;
  readonly Message: string;
  /** ISO 8601. */
  readonly Timestamp: string;
  readonly Subject?: string;
  readonly Token?: string;
  readonly SubscribeURL?: string;
  /** `1` = RSA with SHA-1, `2` = RSA with SHA-256. */
  readonly SignatureVersion: "1" | "2";
  readonly Signature: string;
  readonly SigningCertURL: string;
};
