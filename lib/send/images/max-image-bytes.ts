/** Bytes of a picture that the relay handles itself. QQ takes 20 MB, but base64 of more would not fit a small Lambda well. */
export const maxImageBytes = 5 * 1024 * 1024;
