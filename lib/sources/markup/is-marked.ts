const marks = /\*\*[^*\n]+\*\*|\[[^[\]\n]+\]\(https?:|<font\s/;

/** Whether a text that its chat shows as it stands was written in Markdown all the same. No more than 8,000 characters are looked at. */
export const isMarked = (text: string): boolean => marks.test(text.slice(0, 8_000));
