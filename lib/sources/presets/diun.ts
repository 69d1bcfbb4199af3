import { definePreset } from "./define-preset.ts";

/** Diun's webhook notifier: an image that is new, or has changed. */
export const format = definePreset({
  name: "diun",
  label: "Diun",
  event: "{status}",
  key: "[{hostname} ]{image}[ {platform}]",
  link: "{hub_link}",
  facts: ["{platform}", "{digest:short}", { zh: "构建于 {created:time}", en: "built {created:time}" }, "{hostname}"],
  events: {
    new: { is: "state", zh: "发现镜像 {image}", en: "Found the image {image}" },
    update: { is: "state", zh: "镜像 {image} 有更新", en: "The image {image} was updated" },
    error: { level: "error", zh: "没能检查镜像 {image}", en: "The image {image} could not be looked at" },
    unchange: "silent",
    skip: "silent",
  },
  other: { zh: "镜像 {image}：{status}", en: "The image {image}: {status}" },
});
