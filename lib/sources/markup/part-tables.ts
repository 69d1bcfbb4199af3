/** A table's first row, right behind another line: told by the row of hyphens below it. */
const begins = /\n(?=[ \t]{0,3}\|[^\n]{1,1000}\n(?=[^\n|]{0,100}\|)[ \t]{0,3}\|?[ \t]*:?-[-| :\t]*(?:\n|$))/g;

/** Parts tables from the text before them, as chats do and Markdown does not behind a list. */
export const partTables = (text: string): string => text.replace(begins, "\n\n");
