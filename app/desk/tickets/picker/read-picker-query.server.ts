import type { LoaderFunctionArgs } from "@remix-run/node";
import { ticketNumber } from "~/http/params.server";

/** Which ticket something is chosen for, the words it is looked for by, and whether for a reply or a note. */
export function readPickerQuery({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 200).replaceAll("\0", "").trim();
  const kind: "note" | "public" = query.get("kind") === "note" ? "note" : "public";
  return { number: ticketNumber(params), q, kind };
}
