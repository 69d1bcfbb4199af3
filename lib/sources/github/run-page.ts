/** The ids in the address of a run's page, a job's, or a check's: `/actions/runs/1/job/2`, `/runs/2`. */
export function idsOfPage(page: string | null | undefined): { readonly run?: string; readonly check?: string } {
  const [, run, job] = /\/actions\/runs\/(\d{1,20})(?:\/job\/(\d{1,20}))?/.exec(page ?? "") ?? [];
  const [, check] = run === undefined ? (/\/runs\/(\d{1,20})$/.exec(page ?? "") ?? []) : [undefined, job];
  return { ...(run !== undefined && { run }), ...(check !== undefined && { check }) };
}
