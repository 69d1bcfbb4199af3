import { html } from "htm/preact";
import type { ComponentChildren } from "preact";

/** Outlines on a field of 24 × 24, of a stroke's width of 2. */
const outlines = {
  check: ["M4 12.5 9.5 18 20 6.5"],
  "circle-check": ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "m8 12.2 2.8 2.8L16 9.5"],
  hourglass: ["M7 3h10M7 21h10", "M8 3v4l4 5 4-5V3", "M8 21v-4l4-5 4 5v4"],
  tally: ["M7 5v14M11 5v14M15 5v14M19 5v14", "M4 16 22 8"],
  eye: ["M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z", "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z"],
  question: ["M12 2.5 21.5 12 12 21.5 2.5 12Z", "M9.8 10a2.2 2.2 0 1 1 3 2.1c-.5.2-.8.6-.8 1.2v.2", "M12 16.3v.1"],
  cross: ["M8 2.8h8L21.2 8v8L16 21.2H8L2.8 16V8Z", "m9 9 6 6M15 9l-6 6"],
  "clock-off": ["M6 5.3A9 9 0 0 0 18.7 18M21 12A9 9 0 0 0 9 3.5", "M12 8v2M3 3l18 18"],
  layers: ["m12 3 9 4.8-9 4.8-9-4.8Z", "m3 12.2 9 4.8 9-4.8", "m3 16.4 9 4.8 9-4.8"],
  forward: ["M4 18v-3a5 5 0 0 1 5-5h11", "m15 5 5 5-5 5"],
  info: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "M12 11v5M12 7.8v.1"],
  warning: ["M12 3.5 22 20.5H2Z", "M12 10v4.5M12 17.4v.1"],
  error: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "m9 9 6 6M15 9l-6 6"],
  critical: ["M5 20h14", "M7 20v-6a5 5 0 0 1 10 0v6", "M12 2.5V5M4.5 6l1.7 1.7M19.5 6l-1.7 1.7"],
  copy: ["M9 9h11v11H9Z", "M5 15H4V4h11v1"],
  sun: [
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z",
    "M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19",
  ],
  moon: ["M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5Z"],
  system: ["M3 4.5h18v12H3Z", "M9 20.5h6M12 16.5v4"],
  globe: [
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "M3 12h18",
    "M12 3c3 3 3.8 6 3.8 9S15 18 12 21c-3-3-3.8-6-3.8-9S9 6 12 3Z",
  ],
  keyboard: ["M2.5 6h19v12h-19Z", "M6 9.6v.1M9.5 9.6v.1M13 9.6v.1M16.5 9.6v.1M6 13v.1M18 13v.1M9 14.5h6"],
  send: ["M21 3 3 10.5l7 3.5 3.5 7Z", "M21 3 10 14"],
  again: ["M20 11a8 8 0 1 0-1 5", "M20 4v7h-7"],
  down: ["m6 9 6 6 6-6"],
  right: ["m9 6 6 6-6 6"],
  close: ["M6 6l12 12M18 6 6 18"],
  search: ["M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "m15.5 15.5 5 5"],
  chat: ["M4 5h16v11H10l-4.5 4v-4H4Z"],
  inbox: ["M4 4h16v16H4Z", "M4 14h4.5l1.5 2.5h4l1.5-2.5H20"],
  flask: ["M9 3h6M10 3v6L4.8 18.5A1.7 1.7 0 0 0 6.3 21h11.4a1.7 1.7 0 0 0 1.5-2.5L14 9V3", "M7.5 15h9"],
  plug: ["M9 3v5M15 3v5", "M6 8h12v3a6 6 0 0 1-12 0Z", "M12 17v4"],
  mute: ["M9 18h6", "M6 15V10a6 6 0 0 1 9-5.2M18 10v5M4 15h11", "M3 3l18 18"],
  key: ["M8 10.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z", "m11 12 9-9M16 7l3 3"],
  link: ["M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7", "M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17"],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof outlines;

/** A mark beside words that say the same: nothing is read aloud. */
export const icon = (name: IconName): ComponentChildren =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${outlines[name].map((outline) => html`<path d=${outline} />`)}
  </svg>`;
