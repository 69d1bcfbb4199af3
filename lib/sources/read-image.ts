import { httpLink } from "./http-link.ts";

/** In characters: a picture in a `data:` URL is stored with its notice, once per target. */
const maxLength = 100_000;

const isData = (image: string): boolean => /^data:image\/[a-z0-9.+-]+[;,]/i.test(image);

/** Whether an image is a picture too large to be kept. */
export const isTooLarge = (image: string | undefined): boolean =>
  image !== undefined && isData(image) && image.length > maxLength;

/** The image when it is an http(s) URL, or a picture in a `data:` URL that can be kept; anything else is none. */
export const readImage = (image: string | undefined): string | undefined =>
  image !== undefined && isData(image) && !isTooLarge(image) && image.isWellFormed() ? image : httpLink(image);
