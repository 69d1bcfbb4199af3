import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the kernel's clock in a second, as `/proc` counts: 100 on every Linux that Node runs on. */
const ticks = 100;

export const childrenOf = (pid: number): readonly number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );

/** A process and all that it began, themselves included. */
const treeOf = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(treeOf)];

/** CPU seconds that a process, its threads and all its children have used, user and system. */
export const cpuSecondsOf = (pid: number): number =>
  treeOf(pid)
    .map((each) => {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return (Number(fields[11]) + Number(fields[12])) / ticks;
    })
    .reduce((sum, each) => sum + each, 0);

/** Resident memory of a process and all its children, in MB. */
export const residentMegabytesOf = (pid: number): number =>
  treeOf(pid)
    .map((each) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1]) / 1_024)
    .reduce((sum, each) => sum + each, 0);
