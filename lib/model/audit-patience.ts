/** How long (ms) the relay waits for the end of an audit; QQ documents none, and by experience it takes minutes. */
export const auditPatience = 3 * 86_400_000;
