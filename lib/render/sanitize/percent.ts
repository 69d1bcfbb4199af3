/** One ASCII sign as a percent code of a URL. */
export const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
