/** Colours of a picture; blue and orange are told apart by every eye, text has 4.5 : 1 and marks 3 : 1 to the ground. */
export type Palette = Readonly<
  Record<"ground" | "text" | "quiet" | "line" | "came" | "cameLine" | "naive" | "ours", string>
>;

export const palettes = {
  light: {
    ground: "#ffffff",
    text: "#1f2328",
    quiet: "#59636e",
    line: "#d8dee4",
    came: "#e4e8ec",
    cameLine: "#8c959f",
    naive: "#a84300",
    ours: "#0969da",
  },
  dark: {
    ground: "#0d1117",
    text: "#f0f6fc",
    quiet: "#9da7b1",
    line: "#2b323a",
    came: "#262c34",
    cameLine: "#7d8590",
    naive: "#f0883e",
    ours: "#58a6ff",
  },
} as const satisfies Record<string, Palette>;

export type Mode = keyof typeof palettes;
