/** What one part of the benchmark found: its tables, and what fails the run. */
export type Report = { readonly text: string; readonly faults: readonly string[] };
