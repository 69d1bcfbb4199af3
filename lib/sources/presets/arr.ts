import type { Format } from "../../model/source.ts";
import { definePreset } from "./define-preset.ts";
import type { Told } from "./preset.ts";

const named = "{instanceName|@}";

const gone = (what: string): Told => ({ zh: `${named} 删除了 ${what}`, en: `${named} deleted ${what}` });

const fileGone: Told = { zh: `${named} 删除了 {$thing} 的文件`, en: `${named} deleted the file of {$thing}` };

const added = (what: string): Told => ({ zh: `${named} 添加了 ${what}`, en: `${named} added ${what}` });

/** Health checks are known by their name; what it says is the same when all is well again. */
const health = { facts: [], link: "{wikiUrl}", key: "health {instanceName} {type}" };

/** Sonarr and its kin, which share their webhooks: `eventType`, and the thing under its own name. */
export const arr = (name: string, label: string): Format =>
  definePreset({
    name,
    label,
    event: "{eventType}",
    variant: "{isUpgrade:upgrade|deleteReason}",
    words: {
      upgrade: { true: "upgrade" },
    },
    parts: {
      thing: {
        zh: [
          "{series.title}[ S{episodes[0].seasonNumber:two}E{episodes[0].episodeNumber:two}][ 等 {episodes:several} 集]",
          "{movie.title}[（{movie.year}）]",
          "{artist.name|author.name}[《{album.title|albums.*.title|book.title|books.*.title}》]",
          "{release.releaseTitle|releaseTitle}",
        ],
        en: [
          "{series.title}[ S{episodes[0].seasonNumber:two}E{episodes[0].episodeNumber:two}][ ({episodes:several} episodes)]",
          "{movie.title}[ ({movie.year})]",
          "{artist.name|author.name}[ – {album.title|albums.*.title|book.title|books.*.title}]",
          "{release.releaseTitle|releaseTitle}",
        ],
      },
    },
    facts: [
      "{episodeFile.quality|movieFile.quality|trackFiles[0].quality|bookFiles[0].quality|release.quality}",
      "{episodeFile.size:bytes|movieFile.size:bytes|release.size:bytes}",
      "{release.indexer}",
    ],
    link: ["{applicationUrl}/series/{series.titleSlug}", "{applicationUrl}/movie/{movie.tmdbId}", "{applicationUrl}"],
    events: {
      Test: { zh: `${named} 的测试通知：能收到`, en: `${named}: a test, and it arrived`, facts: [] },
      Grab: { zh: `${named} 开始下载 {$thing}`, en: `${named} grabbed {$thing}` },
      Download: { level: "success", zh: `${named} 已导入 {$thing}`, en: `${named} imported {$thing}` },
      "Download/upgrade": {
        level: "success",
        zh: `${named} 换上了更好的版本：{$thing}`,
        en: `${named} upgraded {$thing}`,
      },
      DownloadFailure: {
        level: "error",
        zh: `${named} 下载失败：{$thing}`,
        en: `${named} failed to download {$thing}`,
      },
      ImportFailure: { level: "error", zh: `${named} 导入失败：{$thing}`, en: `${named} failed to import {$thing}` },
      ManualInteractionRequired: {
        level: "warning",
        zh: [
          `${named} 无法自动导入 {$thing}，需要手动处理`,
          `${named} 无法自动导入 {downloadInfo.title}，需要手动处理`,
        ],
        en: [`${named} cannot import {$thing} by itself`, `${named} cannot import {downloadInfo.title} by itself`],
        list: { at: "downloadStatusMessages", line: "{messages.*}" },
      },
      Health: {
        ...health,
        level: ["{level}", "warning"],
        is: "state",
        zh: `${named} 有问题：{message}`,
        en: `${named} has a problem: {message}`,
      },
      HealthRestored: {
        ...health,
        is: "end",
        zh: `${named} 的问题已解决：{message}`,
        en: `${named} is well again: {message}`,
      },
      ApplicationUpdate: {
        zh: [`${named} 已更新到 {newVersion}[（原为 {previousVersion}）]`, `${named}：{message}`],
        en: [`${named} was updated to {newVersion}[ (from {previousVersion})]`, `${named}: {message}`],
      },
      SeriesAdd: added("{series.title}"),
      SeriesDelete: gone("{series.title}"),
      EpisodeFileDelete: fileGone,
      "EpisodeFileDelete/upgrade": "silent",
      MovieAdded: added("{$thing}"),
      MovieDelete: gone("{$thing}"),
      MovieFileDelete: fileGone,
      "MovieFileDelete/upgrade": "silent",
      ArtistAdd: added("{artist.name}"),
      ArtistDelete: gone("{artist.name}"),
      AlbumDelete: gone("{$thing}"),
      AuthorAdded: added("{author.name}"),
      AuthorDelete: gone("{author.name}"),
      BookDelete: gone("{$thing}"),
      BookFileDelete: fileGone,
      "BookFileDelete/upgrade": "silent",
      Rename: "silent",
      Retag: "silent",
      TrackRetag: "silent",
      BookRetag: "silent",
    },
    other: { zh: `${named}：{eventType}[，{$thing}]`, en: `${named}: {eventType}[, {$thing}]` },
    levels: { ok: "success", notice: "info", warning: "warning", error: "error" },
  });
