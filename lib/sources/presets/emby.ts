import { definePreset } from "./define-preset.ts";

const who = "[{User.Name} ]";

/** Emby's webhooks, as JSON or as a form with it in `data`. `Title` is its own sentence, in its own language. */
export const format = definePreset({
  name: "emby",
  label: "Emby",
  event: "{Event}",
  within: "data",
  at: "Date",
  parts: {
    thing: "[{Item.SeriesName} ][S{Item.ParentIndexNumber:two}E{Item.IndexNumber:two} ]{Item.Name}",
    server: "{Server.Name|@}",
  },
  events: {
    "library.new": { zh: "{$server} 新增：{$thing}", en: "New on {$server}: {$thing}", text: "Item.Overview" },
    "library.deleted": { zh: "{$server} 删除了 {$thing}", en: "{$server} lost {$thing}" },
    "playback.start": {
      zh: `${who}开始播放 {$thing}`,
      en: ["{User.Name} started playing {$thing}", "{$thing} is playing"],
    },
    "playback.stop": {
      zh: `${who}停止播放 {$thing}`,
      en: ["{User.Name} stopped playing {$thing}", "{$thing} was stopped"],
    },
    "playback.pause": "silent",
    "playback.unpause": "silent",
    "playback.progress": "silent",
    "item.markplayed": "silent",
    "item.markunplayed": "silent",
    "user.authenticated": {
      zh: "{User.Name} 登录了 {$server}",
      en: "{User.Name} signed in to {$server}",
    },
    "user.authenticationfailed": {
      level: "warning",
      zh: ["{User.Name} 登录 {$server} 失败", "{Title}"],
      en: ["{User.Name} failed to sign in to {$server}", "{Title}"],
    },
    "system.notificationtest": { zh: "{$server} 的测试通知：能收到", en: "{$server}: a test, and it arrived" },
    "system.updateavailable": { zh: "{$server} 有新版本", en: "{$server} has an update" },
    "system.serverrestartrequired": { level: "warning", zh: "{$server} 需要重启", en: "{$server} has to be restarted" },
  },
  facts: ["{Session.Client}", "{Session.DeviceName}"],
  other: { zh: "{$server}：{Title}", en: "{$server}: {Title}", text: "Description" },
});
