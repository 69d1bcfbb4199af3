/** A table as AWS describes it, as far as it matters here. */
export type FoundTable = {
  readonly name: string;
  readonly hashKey: string | undefined;
  readonly rangeKey: string | undefined;
  /** Names of its indexes, local and global. */
  readonly indexes: readonly string[];
  readonly expires: boolean;
  readonly recovers: boolean;
  readonly isProtected: boolean;
};

/** Why a table cannot be the relay's: its keys or indexes cannot be changed any more. */
export function whyForeign({ name, hashKey, rangeKey, indexes }: FoundTable): string | undefined {
  if (hashKey === "pk" && rangeKey === "sk" && ["live", "due"].every((each) => indexes.includes(each)))
    return undefined;
  return (
    `RELAY_ADOPT_TABLE：${name} 不是中继的表（键要是 pk、sk，索引要有 live、due）；恢复时要带上全部索引\n` +
    `RELAY_ADOPT_TABLE: ${name} is no table of the relay's (its keys are pk and sk, its indexes live and due): restore it with all of its indexes`
  );
}

/**
 * What a table that was restored or left behind has not, as the commands that give it: a restored one has lost when its items expire,
 * its recovery and its protection. The last two are for a stage whose data is kept.
 */
export function commandsFor({ name, ...table }: FoundTable, isKept: boolean): readonly string[] {
  const command = (verb: string, options: string): string => `aws dynamodb ${verb} --table-name ${name} ${options}`;
  return [
    ...(table.expires
      ? []
      : [command("update-time-to-live", "--time-to-live-specification Enabled=true,AttributeName=expiresAt")]),
    ...(table.recovers || !isKept
      ? []
      : [
          command(
            "update-continuous-backups",
            "--point-in-time-recovery-specification PointInTimeRecoveryEnabled=true",
          ),
        ]),
    ...(table.isProtected || !isKept ? [] : [command("update-table", "--deletion-protection-enabled")]),
  ];
}
