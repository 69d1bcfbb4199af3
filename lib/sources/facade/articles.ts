import { httpLink } from "../http-link.ts";
import type { Told } from "../markup/told.ts";
import type { Card } from "./card.ts";

type Article = {
  readonly title: string | undefined;
  readonly told?: readonly Told[];
  readonly url: string | undefined;
  readonly image: string | undefined;
};

/** A list of articles as parts of a message. The first is where it leads; of the others the address stands behind the title. */
export const readArticles = (articles: readonly Article[]): readonly Card[] =>
  articles.map(({ title, told = [], url, image }, at) => {
    const link = httpLink(url?.trim());
    return {
      title: [title?.trim(), at > 0 ? link : undefined].filter(Boolean).join(" ") || undefined,
      told,
      link,
      image: httpLink(image?.trim()),
    };
  });
