/** A price of AWS's in USD. `about`: not read in a list of AWS's for that region. */
export type Price = { readonly usd: number; readonly about?: true };

const exact = (usd: number): Price => ({ usd });
const about = (usd: number): Price => ({ usd, about: true });

/** What is charged for. Requests and units: a million of them; GB-seconds: one. */
export type Prices = {
  readonly lambdaRequests: Price;
  /** arm64, the first tier. */
  readonly lambdaGbSecond: Price;
  readonly writes: Price;
  readonly reads: Price;
  /** A GB kept for a month: in the table, in its backups (production), in logs after compression. */
  readonly tableGb: Price;
  readonly backupGb: Price;
  readonly logKeptGb: Price;
  readonly logGb: Price;
  readonly metric: Price;
  readonly alarmMetric: Price;
  readonly schedules: Price;
  /** Out to the internet. */
  readonly outGb: Price;
  /** An hour of what is optional: a NAT gateway, a t4g.nano in its place, a public address, Fargate's vCPU and GB (x86). */
  readonly natHour: Price;
  readonly nanoHour: Price;
  readonly addressHour: Price;
  readonly fargateCpuHour: Price;
  readonly fargateGbHour: Price;
};

/** When the table was last gone through. */
export const pricesOf = { en: "November 2026", zh: "2026 年 11 月" } as const;

/**
 * Where they are from, as of `pricesOf`.
 * us-east-1: AWS's pages of Lambda, DynamoDB (on demand), CloudWatch, EventBridge, VPC, Fargate and EC2 (transfer).
 * ap-northeast-1: its entries in AWS's Price List of September 2026 (usage types APN1-…).
 * ap-southeast-1: what a bill of May 2025 charged for logs, metrics, NAT, addresses and Fargate; Lambda's page, which has no price of
 * its own for the region.
 * ap-east-1: no list of AWS's was read; it has prices of its own, the highest of the four.
 */
export const prices = {
  "us-east-1": {
    lambdaRequests: exact(0.2),
    lambdaGbSecond: exact(0.0000133334),
    writes: exact(0.625),
    reads: exact(0.125),
    tableGb: exact(0.25),
    backupGb: exact(0.2),
    logKeptGb: exact(0.03),
    logGb: exact(0.5),
    metric: exact(0.3),
    alarmMetric: exact(0.1),
    schedules: exact(1),
    outGb: exact(0.09),
    natHour: exact(0.045),
    nanoHour: exact(0.0042),
    addressHour: exact(0.005),
    fargateCpuHour: exact(0.04048),
    fargateGbHour: exact(0.004445),
  },
  "ap-northeast-1": {
    lambdaRequests: exact(0.2),
    lambdaGbSecond: exact(0.0000133334),
    writes: exact(0.715),
    reads: exact(0.1425),
    tableGb: exact(0.285),
    backupGb: about(0.228),
    logKeptGb: about(0.033),
    logGb: exact(0.76),
    metric: exact(0.3),
    alarmMetric: exact(0.1),
    schedules: about(1.25),
    outGb: exact(0.114),
    natHour: exact(0.062),
    nanoHour: about(0.0054),
    addressHour: exact(0.005),
    fargateCpuHour: about(0.05056),
    fargateGbHour: about(0.00553),
  },
  "ap-southeast-1": {
    lambdaRequests: exact(0.2),
    lambdaGbSecond: exact(0.0000133334),
    writes: about(0.71),
    reads: about(0.1425),
    tableGb: about(0.285),
    backupGb: about(0.228),
    logKeptGb: about(0.03),
    logGb: exact(0.7),
    metric: exact(0.3),
    alarmMetric: exact(0.1),
    schedules: about(1.25),
    outGb: about(0.12),
    natHour: exact(0.059),
    nanoHour: about(0.0053),
    addressHour: exact(0.005),
    fargateCpuHour: exact(0.05056),
    fargateGbHour: exact(0.00553),
  },
  "ap-east-1": {
    lambdaRequests: about(0.28),
    lambdaGbSecond: about(0.0000183334),
    writes: about(0.79),
    reads: about(0.157),
    tableGb: about(0.3135),
    backupGb: about(0.25),
    logKeptGb: about(0.033),
    logGb: about(0.8),
    metric: about(0.3),
    alarmMetric: about(0.1),
    schedules: about(1.4),
    outGb: about(0.12),
    natHour: about(0.065),
    nanoHour: about(0.0058),
    addressHour: exact(0.005),
    fargateCpuHour: about(0.0556),
    fargateGbHour: about(0.0061),
  },
} as const satisfies Record<string, Prices>;

export type Region = keyof typeof prices;
