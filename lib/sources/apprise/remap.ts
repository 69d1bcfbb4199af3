import { readFieldPath } from "../../model/field-path.ts";
import { readPath } from "../generic/read-path.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The API server's own way to read a foreign body: `?:<path>=<field>` in the address takes a field from a path of it
 * (`?:event.title=title`), and `?:<name>=` leaves a field out.
 */
export function remap(fields: Fields, query: Readonly<Record<string, string>>): Fields {
  const rules = Object.entries(query).flatMap(([name, field]) =>
    name.startsWith(":") ? [[name.slice(1), field]] : [],
  );
  const found = rules.flatMap(([path = "", field = ""]) => {
    const steps = field === "" ? undefined : readFieldPath(`$.${path}`);
    const value = steps && readPath(fields, steps);
    return value === undefined ? [] : [[field, value] as const];
  });
  const moved = new Set(rules.map(([path]) => path));
  return Object.assign(
    Object.create(null) as Record<string, unknown>,
    Object.fromEntries(Object.entries(fields).filter(([name]) => !moved.has(name) && !name.startsWith(":"))),
    Object.fromEntries(found),
  );
}
