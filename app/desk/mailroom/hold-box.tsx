import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import type { SenderCounts } from "~/domain/mailroom/count-mails-of-sender.server";
import type { SimilarContacts } from "~/domain/mailroom/list-similar-contacts.server";
import type { HoldView, MailFacts, MailPerson } from "~/domain/mailroom/mail-views";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import type { Ask } from "./asks";
import { BlockForm } from "./block-form";
import { FileForm } from "./file-form";
import { HoldFacts } from "./hold-facts";
import { JoinForm } from "./join-form";
import { ageText } from "./mail-row-item";

type Props = {
  mail: MailFacts;
  hold: HoldView;
  /** who is on it now */
  claimed: MailPerson | null;
  contacts: SimilarContacts | null;
  counts: SenderCounts | null;
  /** the form that is asked for; the buttons otherwise */
  ask: Ask | null;
  failed: Failure | undefined;
  me: string;
  /** milliseconds */
  now: number;
};

/** Why the mail waits, what is known of it, and what can be decided. */
export function HoldBox({ mail, hold, claimed, contacts, counts, ask, failed, me, now }: Props) {
  const t = useT();
  const back = paths.desk.mail(mail.id);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (ask) box.current?.querySelector<HTMLElement>(".mail-form input:not([type=hidden])")?.focus();
  }, [ask]);
  return (
    <section className="hold" aria-labelledby="hold-title" ref={box}>
      <h2 id="hold-title">
        <HoldTitle mail={mail} hold={hold} />
      </h2>
      <HoldFacts mail={mail} hold={hold} contacts={contacts} />
      {failed && !ask ? <FormErrors message={failed.failure.message} errors={failed.failure.fields} /> : null}
      {ask === "join" ? <JoinForm mail={mail} failed={failed} back={back} /> : null}
      {ask === "file" ? <FileForm contacts={contacts} failed={failed} back={back} /> : null}
      {ask === "block" ? <BlockForm mail={mail} counts={counts} failed={failed} back={back} /> : null}
      {ask ? null : <Choices mail={mail} />}
      <div className="mail-claim">
        <span className="xs muted num">
          {t("mailroom:hold.since", { age: ageText(hold.heldAt, now, t) })}{" "}
          {claimed
            ? claimed.id === me
              ? t("mailroom:claim.youAre")
              : t("mailroom:claim.otherIs", { name: claimed.name })
            : t("mailroom:claim.nobody")}
        </span>
        {!claimed || claimed.id === me ? (
          <Form method="post" action={paths.desk.mail(mail.id, "claim")}>
            {claimed ? <input type="hidden" name="release" value="yes" /> : null}
            <button className="lk xs">{t(claimed ? "mailroom:claim.release" : "mailroom:claim.take")}</button>
          </Form>
        ) : null}
      </div>
    </section>
  );
}

/** The reason in a sentence of its own; a ticket that it names is linked where the reader sees it. */
function HoldTitle({ mail, hold }: Pick<Props, "mail" | "hold">) {
  const t = useT();
  const { reason, data } = hold;
  if (reason !== "unknown_sender")
    return t(`mailroom:why.${reason === "not_verified" && data.ourDomain ? "our_domain" : reason}`);
  const number = mail.named?.number ?? data.number;
  if (!number) return t("mailroom:why.unknown_sender.plain");
  const [before = "", after = ""] = t("mailroom:why.unknown_sender", { ticket: "\n" }).split("\n");
  return (
    <>
      {before}
      {mail.named ? (
        <a className="underline underline-offset-3" href={paths.desk.ticket(number)}>
          #{number}
        </a>
      ) : (
        `#${number}`
      )}
      {after}
    </>
  );
}

function Choices({ mail }: { mail: MailFacts }) {
  const t = useT();
  const number = mail.named?.number;
  const ask = (name: Ask) => paths.desk.mail(mail.id, "", { do: name });
  return (
    <Form method="post" action={paths.desk.mail(mail.id, "decision")} className="do">
      <Button variant="primary" name="kind" value="open" kbd="N" data-key="n">
        {t(number ? "mailroom:do.openLinked" : "mailroom:do.open")}
      </Button>
      <LinkButton href={ask("join")} kbd="A" data-key="a">
        {number ? t("mailroom:do.joinNumber", { number }) : t("mailroom:do.join")}
      </LinkButton>
      <LinkButton href={ask("file")}>{t("mailroom:do.file")}</LinkButton>
      <Button variant="ghost" name="kind" value="discard" kbd="D" data-key="d">
        {t("mailroom:do.discard")}
      </Button>
      {mail.fromAddress ? (
        <LinkButton href={ask("block")} variant="ghost">
          {t("mailroom:do.block")}
        </LinkButton>
      ) : null}
    </Form>
  );
}
