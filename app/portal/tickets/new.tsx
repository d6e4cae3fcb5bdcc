import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { storeGuestForm } from "~/domain/access/store-guest-form.server";
import { isStaff } from "~/domain/identity/session-person";
import { listOpenProblems } from "~/domain/knowledge/list-open-problems.server";
import { noteAsked } from "~/domain/knowledge/note-asked.server";
import { listRequestTypes } from "~/domain/routing/list-request-types.server";
import { openOwnTicket } from "~/domain/tickets/open-own-ticket.server";
import { openTicketAsGuestForm, openTicketForm } from "~/domain/tickets/schema";
import { formObject, parse, readForm } from "~/http/forms.server";
import type { Ctx, RequestArgs } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { findReader } from "~/http/reader.server";
import { type Failure, publicAction, publicLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import { KnownProblems } from "../known-problems";
import { answersFirst, type AnswersFirst } from "./answers/answers-first.server";
import { NewTicketForm } from "./new-ticket-form";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx, { request }) => {
  if (ctx.actor.kind === "person" && isStaff(ctx.actor.role)) throw redirect(paths.desk.newTicket());
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => query.get(name) ?? "";
  return {
    title: translator(ctx.locale)("portal:nav.newTicket"),
    types: await listRequestTypes(ctx),
    problems: await listOpenProblems(ctx),
    formId: newId(),
    /** What the link that led here knows already. */
    prefill: { typeId: asked("type"), subject: asked("subject"), text: asked("text"), cc: asked("cc") },
  };
});

export const action = publicAction(async (ctx, args) => {
  const { request } = args;
  const { actor } = ctx;
  if (actor.kind === "person" && isStaff(actor.role)) throw redirect(paths.desk.newTicket());
  const form = formObject(await readForm(ctx, request));
  if (actor.kind === "person") {
    const ticket = parse(openTicketForm, form);
    const answers = await answersFirst(ctx, args, form, ticket);
    if (answers) return answers;
    const { number } = await openOwnTicket(ctx, ticket);
    await askedAfterAll(ctx, args);
    return redirectWithToast(paths.ticket(number), { key: "portal:toast.opened", params: { number } });
  }
  const ticket = parse(openTicketAsGuestForm, form);
  const answers = await answersFirst(ctx, args, form, ticket);
  if (answers) return answers;
  await storeGuestForm(ctx, ticket.email, ticket);
  await askedAfterAll(ctx, args);
  return redirectWithToast(paths.guestTicketSent(), { key: "portal:toast.confirm", params: { email: ticket.email } });
});

/** Answers that this reader opened today did not spare the ticket. */
async function askedAfterAll(ctx: Ctx, args: RequestArgs): Promise<void> {
  const reader = await findReader(ctx, args);
  if (reader) await noteAsked(ctx, reader);
}

/** Opening a ticket: at once for a customer, after the confirmed address for anybody else. */
export default function NewTicket() {
  const { problems, ...page } = useLoaderData<typeof loader>();
  const back = useActionData<Failure | AnswersFirst>();
  const t = useT();
  return (
    <div className="page slim">
      <div className="page-head">
        <div>
          <h1>{t("portal:nav.newTicket")}</h1>
          <p className="lead">{t("portal:new.lead")}</p>
        </div>
      </div>
      <KnownProblems problems={problems} here={paths.newTicket()} />
      <NewTicketForm {...page} failure={back} answers={back && "answers" in back ? back.answers : []} />
    </div>
  );
}
