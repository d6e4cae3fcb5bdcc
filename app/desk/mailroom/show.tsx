import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { countMailsOfSender } from "~/domain/mailroom/count-mails-of-sender.server";
import { decisionForm } from "~/domain/mailroom/decision-schema";
import { getMail } from "~/domain/mailroom/get-mail.server";
import { getMailBody } from "~/domain/mailroom/get-mail-body.server";
import { listRulesTried } from "~/domain/mailroom/list-rules-tried.server";
import { listSimilarContacts } from "~/domain/mailroom/list-similar-contacts.server";
import { isClaimed } from "~/domain/mailroom/mail-views";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { usePageFacts } from "~/http/use-page-facts";
import { translator } from "~/i18n/t.server";
import type { DeskHandle } from "../desk-handle";
import { useNow } from "../tickets/use-now";
import { ASKS } from "./asks";
import { decide } from "./decide.server";
import { HoldBox } from "./hold-box";
import type { keepMailList } from "./list-query";
import { MailCard } from "./mail-card";
import { MailHead } from "./mail-head";
import { OutcomeBanner } from "./outcome-banner";
import { useClaim } from "./use-claim";
import { useProgress } from "./use-progress";
import { Way } from "./way";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 4, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const id = idParam(params, "inboundId");
  const wanted = new URL(request.url).searchParams.get("do");
  const mail = await getMail(ctx, id);
  const ask = mail.hold ? (ASKS.find((one) => one === wanted) ?? null) : null;
  const { parsed, view } = await getMailBody(ctx, id, (index) => paths.desk.mail(id, `attachments/${index}`));
  const sender = { address: mail.fromAddress, name: mail.fromName };
  const [rules, contacts, counts] = await Promise.all([
    listRulesTried(ctx, mail, parsed),
    mail.hold && sender.address ? listSimilarContacts(ctx, sender) : null,
    ask === "block" ? countMailsOfSender(ctx, sender.address) : null,
  ]);
  const title = mail.subject || translator(ctx.locale)("mailroom:mail.noSubject");
  return { title, mail, view, rules, contacts, counts, ask, loadedAt: ctx.now.toISOString() };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const form = await readInput(ctx, request, decisionForm);
  const { to, toast } = await decide(ctx, idParam(params, "inboundId"), form);
  return redirectWithToast(to, toast);
});

/** A received mail: what it waits for and what can be done, what it says, and every stage that it went through. */
export default function MailPage() {
  const { mail, view, rules, contacts, counts, ask, loadedAt } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const keep = useOutletContext<ReturnType<typeof keepMailList> | null>() ?? {};
  const { person } = usePageFacts();
  const now = useNow(loadedAt);
  const me = person?.id ?? "";
  const claimed = mail.hold && isClaimed(mail.hold, now) ? mail.hold.claimedBy : null;
  useClaim(mail.id, mail.hold !== null && (claimed === null || claimed.id === me));
  useProgress(mail.stage === "received" || mail.stage === "read" || mail.stage === "decided");
  return (
    <>
      <main id="main" className="main" tabIndex={-1}>
        <div className="mail-page">
          <MailHead mail={mail} view={view} back={paths.desk.mailroom(keep)} />
          {mail.hold ? (
            <HoldBox
              key={`${mail.id} ${ask}`}
              mail={mail}
              hold={mail.hold}
              claimed={claimed}
              contacts={contacts}
              counts={counts}
              ask={ask}
              failed={failed}
              me={me}
              now={now}
            />
          ) : (
            <OutcomeBanner mail={mail} failed={failed} />
          )}
          <MailCard mail={mail} view={view} />
        </div>
      </main>
      <Way mail={mail} rules={rules} administrator={person?.role === "administrator"} now={now} />
    </>
  );
}
