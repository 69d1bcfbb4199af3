import { definePreset } from "./define-preset.ts";

/** Miniflux's webhooks: new entries of a feed, and entries that were saved. */
export const format = definePreset({
  name: "miniflux",
  label: "Miniflux",
  event: "{event_type}",
  variant: ["one{entries:single}", "none{entries:empty}"],
  id: ["{event_type} {entry.id}", "{event_type} {feed.id} {entries.*.id}"],
  events: {
    "new_entries/one": {
      zh: "{feed.title}：{entries[0].title}",
      en: "{feed.title}: {entries[0].title}",
      link: ["{entries[0].url}", "{feed.site_url}"],
      text: "entries[0].content",
    },
    new_entries: {
      zh: "{feed.title} 有 {entries:count} 篇新文章",
      en: "{feed.title}: {entries:count} new entries",
      link: "{feed.site_url}",
      list: { at: "entries", line: "{title}" },
    },
    "new_entries/none": "silent",
    save_entry: {
      zh: "收藏了 {entry.title}[（{entry.feed.title}）]",
      en: "Saved: {entry.title}[ ({entry.feed.title})]",
      link: "{entry.url}",
    },
  },
});
