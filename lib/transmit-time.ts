/** A send is not begun with less time (ms) than QQ asks for one request, and some to settle in. */
export const leastTime = 5_500;
