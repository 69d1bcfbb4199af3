import { minute, second } from "../../../lib/base/time.ts";
import { type Check, fault, warning } from "./check.ts";

/** Signatures are refused beyond five minutes; a minute is more than a clock that is kept ever errs. */
const limits = { fault: 5 * minute, warning: minute } as const;

/** This machine's clock against QQ's. In AWS the relay's clock is not this machine's. */
export const checkClock: Check = ({ qq, where }) => {
  const { clock } = qq ?? {};
  if (!clock || where === "deployed") return [];
  const off = clock.ours - clock.theirs;
  if (Math.abs(off) <= limits.warning) return [];
  const [zh, en] = off > 0 ? ["快", "ahead of"] : ["慢", "behind"];
  const seconds = Math.round(Math.abs(off) / second);
  const find = Math.abs(off) > limits.fault ? fault : warning;
  return [
    find("clock", {
      message: {
        zh: `这台机器的时钟比 QQ ${zh} ${seconds} 秒；相差超过 300 秒，签名就会被当作过期`,
        en: `This machine's clock is ${seconds} s ${en} QQ's; beyond 300 s signatures count as stale`,
      },
      fix: {
        zh: "打开时间同步：timedatectl set-ntp true，NAS 在系统设置里开 NTP；容器用的是宿主机的时钟",
        en: "Have it kept by NTP: timedatectl set-ntp true, or a NAS's system settings; a container has its host's clock",
      },
    }),
  ];
};

const megabyte = 1024 * 1024;

/** Room for some ten thousand messages, and for a few days. */
const room = { fault: 100 * megabyte, warning: 500 * megabyte } as const;

/** Whether the data folder's disk has room: on a full one webhooks get 503. */
export const checkDisk: Check = ({ disk }) => {
  if (!disk || disk.free >= room.warning) return [];
  const left = Math.floor(disk.free / megabyte);
  const find = disk.free < room.fault ? fault : warning;
  return [
    find("disk", {
      message: {
        zh: `${disk.folder} 所在的磁盘只剩 ${left} MB；满了就收不下新的 webhook（503）`,
        en: `The disk of ${disk.folder} has ${left} MB left; when it is full webhooks get 503`,
      },
      fix: {
        zh: "腾出空间，或用 RELAY_DATA 把数据目录换到别的磁盘；也可以减小 retentionDays",
        en: "Make room, or put the data folder on another disk (RELAY_DATA); a smaller retentionDays helps too",
      },
    }),
  ];
};
