/** Puts text between a page's marks of a name, `<!-- simulated NAME -->` … `<!-- end -->`; throws where it has none. */
export function fill(page: string, name: string, text: string): string {
  const marks = new RegExp(`(<!-- simulated ${name} -->\n)[\\s\\S]*?(\n<!-- end -->)`);
  if (!marks.test(page)) throw new Error(`the page has no place for what is simulated: <!-- simulated ${name} -->`);
  return page.replace(marks, (_, begin: string, end: string) => `${begin}\n${text.trim()}\n${end}`);
}
