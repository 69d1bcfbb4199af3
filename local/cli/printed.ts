/** A command's answer as it is asked for: JSON for programs, else words. */
export const printed = <Answer>(
  answer: Answer,
  { json }: { readonly json?: boolean },
  show: (answer: Answer) => string,
): string => (json ? `${JSON.stringify(answer, undefined, 2)}\n` : show(answer));
