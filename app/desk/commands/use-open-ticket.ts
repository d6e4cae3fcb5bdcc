import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "../tickets/show";
import type { OpenTicket } from "./ticket-commands";

/** The ticket that the page shows; null on every other page. */
export function useOpenTicket(): OpenTicket | null {
  const data = useRouteLoaderData<typeof loader>("desk/tickets/show");
  return data ? { ...data.ticket, timing: data.time.timer?.number ?? null } : null;
}
