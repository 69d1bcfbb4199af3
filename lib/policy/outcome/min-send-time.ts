/** A send is not begun with less time (ms) than QQ asks for one request, and some to settle in. */
export const minSendTime = 5_500;
