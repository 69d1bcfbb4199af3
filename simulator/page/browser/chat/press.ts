/** A button as it was pressed. */
export type Pressed = {
  /** Its id in the keyboard; empty for a command inside a text. */
  readonly id: string;
  readonly label: string;
  /** As on QQ's wire: 1 tells the bot, 2 fills the input box. A jump (0) is a link, and never told here. */
  readonly type: number;
  readonly data: string;
  /** A command that is sent at once. */
  readonly enter: boolean;
};

export type Press = (pressed: Pressed) => void;
