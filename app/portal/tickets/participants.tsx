import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { addParticipant } from "~/domain/tickets/add-participant.server";
import { getTicketForPortal } from "~/domain/tickets/get-ticket-for-portal.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { customerAction, customerLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { ColleagueForm } from "./colleague-form";

export { pageTitle as meta } from "~/http/page-title";

const form = z.object({ address: z.email("common:error.email").max(254) });

export const loader = customerLoader(async (ctx, { params }) => {
  const { number, subject } = await getTicketForPortal(ctx, ticketNumber(params));
  return { title: translator(ctx.locale)("portal:colleague.add"), number, subject };
});

export const action = customerAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const { address } = await readInput(ctx, request, form);
  const { added } = await addParticipant(ctx, number, address);
  const key = added ? "portal:toast.colleagueAdded" : "portal:toast.colleagueThere";
  return redirectWithToast(paths.ticket(number), { key, params: { address } });
});

/** Adding a colleague, as a page of its own: where the ticket's form comes back to when an address is not right. */
export default function Participants() {
  const { number, subject } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const t = useT();
  return (
    <div className="page form-page">
      <Breadcrumb
        items={[
          { href: paths.tickets(), label: t("portal:nav.tickets") },
          { href: paths.ticket(number), label: `#${number} ${subject}` },
        ]}
      />
      <div className="page-head">
        <h1>{t("portal:colleague.add")}</h1>
      </div>
      <ColleagueForm number={number} failure={failure} />
    </div>
  );
}
