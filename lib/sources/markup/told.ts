/** What a text in a chat's markup says: its words, line by line, and what was found on the way. */
export type Told = Readonly<Finds> & { readonly lines: readonly string[] };

/** What lies behind a text's words; of each kind the first counts. */
export type Finds = {
  /** An http(s) URL that the text has words for. */
  link?: string | undefined;
  image?: string | undefined;
  /** How it calls everybody: `@here`. It is not told, and raises the level. */
  calls?: string | undefined;
};

export type ReadText = (text: string) => Told;
