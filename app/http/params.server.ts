import { notFound } from "~/lib/errors";

type Params = Readonly<Record<string, string | undefined>>;

/** The ticket number of an address, or 404. */
export function ticketNumber(params: Params): number {
  const number = Number(params.number);
  if (!/^\d{1,9}$/.test(params.number ?? "") || number < 1) throw notFound();
  return number;
}

/** An id of an address, or 404. */
export function idParam(params: Params, name: string): string {
  const id = params[name] ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound();
  return id;
}

/** The number of a version of a list of rules in an address, or 404. */
export function versionParam(params: Params): number {
  if (!/^[1-9]\d{0,8}$/.test(params.version ?? "")) throw notFound();
  return Number(params.version);
}
