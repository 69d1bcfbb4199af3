import type { Button, Keyboard } from "../model/keyboard.ts";

/** QQ's numbers: 0 opens a page, 1 is told to the bot; 2 lets everybody press; style 1 is blue, 0 grey. */
const actionTypes = { jump: 0, callback: 1 } as const satisfies Record<Button["action"]["kind"], number>;
const everybody = { type: 2 } as const;

/** A keyboard as QQ's API writes it. */
export const wireKeyboard = (keyboard: Keyboard) =>
  "id" in keyboard
    ? { id: keyboard.id }
    : { content: { rows: keyboard.rows.map((row) => ({ buttons: row.map(wireButton) })) } };

const wireButton = ({ id, label, main, action, tip }: Button) => ({
  id,
  render_data: { label, visited_label: label, style: main ? 1 : 0 },
  action: {
    type: actionTypes[action.kind],
    permission: everybody,
    data: action.kind === "jump" ? action.url : action.data,
    unsupport_tips: tip,
  },
});
