import { ticketNumber } from "~/http/params.server";
import { agentLoader } from "~/http/route.server";
import { asJson } from "../../knowledge/as-json.server";
import { listChoices } from "./list-choices.server";

/** The answers that fit a ticket, for the card beside it. */
export const loader = asJson(agentLoader((ctx, { params }) => listChoices(ctx, ticketNumber(params), "")));
