/** What no measurement here can say. Durations in ms. Lambda writes no lines of its own: the functions' system log level is WARN. */
export const assumed = {
  /** One call of the table's, one message to QQ, as a function waits for it; all of them one after the other. */
  storeMs: 5,
  qqMs: 150,
  /** How much slower a CPU of AWS's is than the one that measured. */
  cpuFactor: 1.5,
  /** A new instance's start, which is charged for, and how long one that has nothing to do lives. */
  startMs: 700,
  idleLifeMs: 600_000,
  /** Bytes of headers and encryption beside the body of an answer or of a request to QQ. */
  headerBytes: 1_500,
  /** What compression leaves of a log that is kept. */
  logKeptShare: 0.2,
  /** Where there is a backlog: what waits at any time is the webhooks of so many days. */
  waitingDays: 1,
} as const;

/** What `sst deploy` makes, as far as it costs; a test compares it with the plan. */
export const deployed = {
  memoryMb: 512,
  logDays: 14,
  /** Metrics that alarms look at, with RELAY_ALARM_EMAIL. */
  alarmMetrics: 24,
  /** A Fargate task of the gateway process. */
  gateway: { cpu: 0.25, gb: 0.5 },
} as const;

/** AWS's own: memory (MB) that comes with one whole CPU. */
export const memoryOfCpu = 1_769;

/** What every account has for nothing, a month, for as long as it exists. */
export const allowances = {
  lambdaRequests: 1_000_000,
  lambdaGbSeconds: 400_000,
  tableGb: 25,
  logGb: 5,
  metrics: 10,
  alarmMetrics: 10,
  schedules: 14_000_000,
  outGb: 100,
} as const;
