/** A route's id is a path segment of its URL, part of its deliveries' ids, and what people call it by in QQ. */
export const isRouteId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);
