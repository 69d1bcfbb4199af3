import { definePreset } from "./define-preset.ts";

const plugin = (zh: string, en: string) => ({ zh: `{$server} ${zh} {$plugin}`, en: `{$server} ${en} {$plugin}` });

/** Jellyfin's webhook plugin, destination "Generic" with "Send All Properties". */
export const format = definePreset({
  name: "jellyfin",
  label: "Jellyfin",
  event: "{NotificationType}",
  at: "UtcTimestamp",
  parts: {
    thing: {
      zh: "[{SeriesName} ][S{SeasonNumber:two}E{EpisodeNumber:two} ]{Name|ItemName}[（{Year}）]",
      en: "[{SeriesName} ][S{SeasonNumber:two}E{EpisodeNumber:two} ]{Name|ItemName}[ ({Year})]",
    },
    who: "{NotificationUsername|Username|UserName}",
    plugin: "{PluginName}[ {PluginVersion}]",
    server: "{ServerName|@}",
  },
  facts: ["{ClientName|App|Client}", "{DeviceName}", "{RemoteEndPoint}"],
  events: {
    ItemAdded: {
      zh: "{$server} 新增：{$thing}",
      en: "New on {$server}: {$thing}",
      text: "Overview",
      link: "{ServerUrl}/web/#/details?id={ItemId}",
    },
    ItemDeleted: { zh: "{$server} 删除了 {$thing}", en: "{$server} lost {$thing}" },
    PlaybackStart: { zh: "[{$who} ]开始播放 {$thing}", en: ["{$who} started playing {$thing}", "{$thing} is playing"] },
    PlaybackStop: { zh: "[{$who} ]停止播放 {$thing}", en: ["{$who} stopped playing {$thing}", "{$thing} was stopped"] },
    PlaybackProgress: "silent",
    UserDataSaved: "silent",
    SessionStart: { zh: "{$who} 连上了 {$server}", en: "{$who} connected to {$server}" },
    AuthenticationSuccess: { zh: "{$who} 登录了 {$server}", en: "{$who} signed in to {$server}" },
    AuthenticationFailure: {
      level: "warning",
      zh: "{$who} 登录 {$server} 失败",
      en: "{$who} failed to sign in to {$server}",
    },
    UserLockedOut: { level: "warning", zh: "{$server} 锁定了用户 {$who}", en: "{$server} locked {$who} out" },
    UserCreated: { zh: "{$server} 新建了用户 {$who}", en: "{$server} has a new user, {$who}" },
    UserDeleted: { zh: "{$server} 删除了用户 {$who}", en: "{$server} deleted the user {$who}" },
    UserPasswordChanged: {
      level: "warning",
      zh: "{$who} 在 {$server} 的密码改了",
      en: "{$who}'s password on {$server} was changed",
    },
    UserUpdated: "silent",
    PendingRestart: { level: "warning", zh: "{$server} 需要重启", en: "{$server} has to be restarted" },
    SubtitleDownloadFailure: {
      level: "warning",
      zh: "没能下载 {$thing} 的字幕",
      en: "No subtitles could be had for {$thing}",
    },
    TaskCompleted: {
      level: ["{ResultStatus}"],
      zh: "{$server} 的任务 {TaskName} 结束：{ResultStatus:result|ResultStatus}",
      en: "{$server}'s task {TaskName}: {ResultStatus:result|ResultStatus}",
      text: "ResultErrorMessage",
    },
    PluginInstalling: "silent",
    PluginInstalled: plugin("装好了插件", "installed the plugin"),
    PluginUpdated: plugin("更新了插件", "updated the plugin"),
    PluginUninstalled: plugin("卸载了插件", "removed the plugin"),
    PluginInstallationCancelled: plugin("取消安装插件", "gave up installing the plugin"),
    PluginInstallationFailed: { level: "error", ...plugin("没能装上插件", "failed to install the plugin") },
  },
  other: { zh: "{$server}：{NotificationType}[，{$thing}]", en: "{$server}: {NotificationType}[, {$thing}]" },
  words: {
    result: {
      Completed: { zh: "完成", en: "completed" },
      Failed: { zh: "失败", en: "failed" },
      Cancelled: { zh: "已取消", en: "cancelled" },
      Aborted: { zh: "已中止", en: "aborted" },
    },
  },
  levels: { Completed: "info", Failed: "error", Cancelled: "info", Aborted: "warning" },
});
