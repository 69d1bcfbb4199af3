/** Puts text between a page's marks of a name, `<!-- simulated NAME -->` … `<!-- end -->`; throws where it has none. */
export function fill(page: string, name: string, text: string): string {
  const begin = `<!-- simulated ${name} -->`;
  const end = "<!-- end -->";
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the page has no place for what is simulated: ${begin} … ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${text.trim()}\n\n${page.slice(to)}`;
}
