import type { SimilarContact, SimilarContacts } from "~/domain/mailroom/list-similar-contacts.server";
import type { HoldView, MailFacts } from "~/domain/mailroom/mail-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { stageOf } from "~/domain/mailroom/mail-views";

type Props = { mail: MailFacts; hold: HoldView; contacts: SimilarContacts | null };

/** What helps to decide: which check failed, which rule or score it was, who the sender may be; and that nothing happened yet. */
export function HoldFacts({ mail, hold, contacts }: Props) {
  const { t, locale } = useI18n();
  const { reason, data } = hold;
  const rule = stageOf(mail.trace, "rules")?.matched.find(({ id }) => id === data.ruleId)?.name;
  const score =
    data.score === null || data.score === undefined ? null : new Intl.NumberFormat(locale).format(data.score);
  const dmarc = mail.auth?.dmarc;
  return (
    <p className="muted mail-facts">
      {reason === "rule" && rule ? `${t("mailroom:facts.rule", { name: rule })} ` : null}
      {reason === "spam" && score ? `${t("mailroom:facts.score", { score })} ` : null}
      {reason === "not_verified" && dmarc?.policy
        ? `${t(`mailroom:facts.policy.${dmarc.policy}`, { domain: dmarc.domain })} `
        : null}
      {mail.named && reason === "unknown_sender"
        ? `${t("mailroom:facts.subject", { subject: mail.named.subject })} `
        : null}
      {contacts?.known ? (
        <KnownAs contact={contacts.known} />
      ) : contacts ? (
        <>
          {t("mailroom:facts.unknown")}{" "}
          {contacts.similar.length ? (
            <>
              {t("mailroom:facts.similar")}{" "}
              {contacts.similar.map((contact, index) => (
                <span key={contact.id}>
                  {index ? "; " : ""}
                  <a href={paths.desk.contact(contact.id)}>
                    <bdi>{contactName(contact)}</bdi>
                  </a>
                  , {contact.address}
                </span>
              ))}
              .{" "}
            </>
          ) : null}
        </>
      ) : null}
      {t("mailroom:facts.nothing")}
    </p>
  );
}

/** Whose address it is, with the way to their page. */
function KnownAs({ contact }: { contact: SimilarContact }) {
  const { t } = useI18n();
  const [before = "", after = ""] = t("mailroom:facts.known", { who: "\n" }).split("\n");
  return (
    <>
      {before}
      {contact.staff ? (
        <bdi>{contactName(contact)}</bdi>
      ) : (
        <a href={paths.desk.contact(contact.id)}>
          <bdi>{contactName(contact)}</bdi>
        </a>
      )}
      {after}{" "}
    </>
  );
}

/** Paolo Ferri, Marchetti Impianti. */
export const contactName = ({ name, address, organization }: SimilarContact): string =>
  [name || address, organization].filter(Boolean).join(", ");
