import { TriangleAlert } from "lucide-react";
import { DrawerButton } from "~/components/ui/drawer";
import { Icon } from "~/components/ui/icon";
import { KeyValue } from "~/components/ui/key-value";
import type { MailBodyView, UnreadableMail } from "~/domain/mailroom/get-mail-body.server";
import { type MailFacts, stageOf } from "~/domain/mailroom/mail-views";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = { mail: MailFacts; view: MailBodyView | UnreadableMail; back: string };
type Address = { name: string; address: string };

/** Who wrote to whom, when and about what, with what is wrong about the sender. */
export function MailHead({ mail, view, back }: Props) {
  const t = useT();
  const said = "unreadable" in view ? null : view;
  const from = said?.from ?? (mail.fromAddress ? { name: mail.fromName, address: mail.fromAddress } : null);
  const scripts = stageOf(mail.trace, "authenticate")?.homograph ?? null;
  return (
    <div className="th mail-head">
      <div className="t">
        <a className="btn ghost sm back" href={back}>
          ‹ {t("mailroom:mail.back")}
        </a>
        <h1>
          <bdi>{mail.subject || t("mailroom:mail.noSubject")}</bdi>
        </h1>
        <DrawerButton opens="way" className="sm facts">
          {t("mailroom:way.short")}
        </DrawerButton>
      </div>
      <KeyValue
        items={[
          {
            label: t("mailroom:mail.from"),
            value: (
              <>
                {from ? <Who {...from} /> : t("mailroom:mail.nobody")}
                {scripts ? <Doubt>{t("mailroom:mail.scripts", { scripts: scripts.replace("+", " + ") })}</Doubt> : null}
                {said?.pretends ? <Doubt>{t("mailroom:mail.pretends", { address: said.pretends })}</Doubt> : null}
              </>
            ),
          },
          said?.replyTo && { label: t("mailroom:mail.replyTo"), value: <Who {...said.replyTo} /> },
          {
            label: t("mailroom:mail.to"),
            value: (
              <People people={said?.to.length ? said.to : mail.recipients.map((address) => ({ name: "", address }))} />
            ),
          },
          said && said.cc.length > 0 && { label: t("mailroom:mail.cc"), value: <People people={said.cc} /> },
          said?.protection && {
            label: t("mailroom:mail.protection"),
            value: t(`mailroom:mail.protection.${said.protection.kind}`, {
              by: said.protection.by === "pgp" ? "OpenPGP" : "S/MIME",
            }),
          },
          {
            label: t("mailroom:mail.date"),
            value: <TimeText at={mail.receivedAt} style="full" />,
            num: true,
          },
        ]}
      />
    </div>
  );
}

function Who({ name, address }: Address) {
  return (
    <span className="wrap-anywhere">
      {name ? (
        <>
          <bdi>{name}</bdi> <span className="muted">&lt;{address}&gt;</span>
        </>
      ) : (
        address
      )}
    </span>
  );
}

const SHOWN = 5;

function People({ people }: { people: readonly Address[] }) {
  const t = useT();
  return (
    <span className="wrap-anywhere">
      {people.slice(0, SHOWN).map(({ name, address }, index) => (
        <span key={index}>
          {index ? ", " : ""}
          {name ? <bdi>{`${name} <${address}>`}</bdi> : address}
        </span>
      ))}
      {people.length > SHOWN ? ` ${t("mailroom:mail.more", { count: people.length - SHOWN })}` : null}
    </span>
  );
}

/** What speaks against the sender being who the name says. */
function Doubt({ children }: { children: string }) {
  return (
    <span className="mail-doubt">
      <Icon of={TriangleAlert} size={14} />
      {children}
    </span>
  );
}
