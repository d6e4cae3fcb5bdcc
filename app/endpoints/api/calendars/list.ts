import { listCalendars } from "~/domain/calendars/list-calendars.server";
import { serve } from "../route.server";
import { listCalendars as list } from "../service-operations";

export const loader = serve(list, async (ctx) => ({ items: await listCalendars(ctx) }), "staff");
