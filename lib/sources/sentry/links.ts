import { httpLink } from "../http-link.ts";
import type { Event, Issue } from "./body.ts";

/** The first of some addresses that may be shown. */
export const firstLink = (...urls: readonly (string | undefined)[]): string | undefined =>
  urls.map(httpLink).find((url) => url !== undefined);

/** The page of an issue, made of its address in Sentry's API where that names the organization. */
export function pageOf({ web_url, permalink, url }: Issue): string | undefined {
  const [, site, organization, issue] =
    /^(https?:\/\/[^/\s]+)\/api\/0\/organizations\/([\w-]+)\/issues\/(\d+)\/?$/.exec(httpLink(url) ?? "") ?? [];
  return firstLink(web_url, permalink, site && `${site}/organizations/${organization}/issues/${issue}/`);
}

/** The project of an event: its number is all that the event itself has, and the API's address has its name. */
export const projectOf = ({ url }: Partial<Event>): string | undefined =>
  /\/projects\/[\w-]+\/([\w-]+)\/events\//.exec(url?.slice(0, 2_000) ?? "")?.[1];

/** The number of an event's issue. */
export const issueOf = ({ issue_id: id, issue_url, web_url }: Partial<Event>): string | undefined =>
  id ?? /\/issues\/(\d+)(?:\/|$)/.exec((issue_url ?? web_url)?.slice(0, 2_000) ?? "")?.[1];
