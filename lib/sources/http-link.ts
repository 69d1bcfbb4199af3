/** The text when it is an http(s) URL that may be shown as a link; anything else (`javascript:`, a relative path) is none. */
export const httpLink = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 2048 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
