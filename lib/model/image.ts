/** Kinds of picture that QQ's pages name for every scene and that can be told by their first bytes. */
export type ImageType = "image/png" | "image/jpeg" | "image/gif" | "image/webp";

/** A picture itself. `type` is what its bytes say, whatever it was declared to be. */
export type Image = { readonly bytes: Uint8Array; readonly type: ImageType };
