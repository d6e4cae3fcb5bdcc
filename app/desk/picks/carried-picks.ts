export type Named = { id: string; name: string };
export type Values = Record<string, string> | undefined;

/** What is ticked under a name: as it was posted when the form comes back, else as it is saved. */
export const tickedIds = (values: Values, name: string, saved: readonly { id: string }[]): ReadonlySet<string> =>
  new Set(values ? (values[name] ?? "").split(",") : saved.map(({ id }) => id));

/** Names that the form itself carries as `kind.id`, so that what was found stays readable when the form comes back. */
export const carriedNames = (values: Values, kind: string): Named[] =>
  Object.entries(values ?? {}).flatMap(([field, name]) =>
    field.startsWith(`${kind}.`) ? [{ id: field.slice(kind.length + 1), name }] : [],
  );

/** Each once, at the place and with the words of the first. */
export const distinct = <T extends { id: string }>(list: readonly T[]): T[] =>
  list.filter(({ id }, index) => list.findIndex((item) => item.id === id) === index);

/** Names of the organizations of a form that came back: as they are saved, and as they were ticked where they count. */
export function chosenOrganizations(saved: readonly Named[], values: Record<string, string>) {
  const names = distinct([...saved, ...carriedNames(values, "organization")]);
  const of = (ids: ReadonlySet<string>) => names.flatMap(({ id, name }) => (ids.has(id) ? [name] : [])).join(", ");
  const ticked = values.audience === "organizations" ? tickedIds(values, "organizationIds", []) : new Set<string>();
  return { saved: of(tickedIds(undefined, "organizationIds", saved)), typed: of(ticked) };
}
