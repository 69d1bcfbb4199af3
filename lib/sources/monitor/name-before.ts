/** A foreign name before Chinese words: with a space after Latin letters and digits, none after its own signs. */
export const nameBefore = (name: string): string => (/[\w%.)-]$/.test(name) ? `${name} ` : name);

/** The same amid Chinese words. */
export const nameAmid = (name: string): string => `${/^[\w(]/.test(name) ? " " : ""}${nameBefore(name)}`;
