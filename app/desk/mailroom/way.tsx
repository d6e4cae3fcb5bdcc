import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Drawer } from "~/components/ui/drawer";
import { type MailFacts, stageOf } from "~/domain/mailroom/mail-views";
import type { MailRuleStep } from "~/domain/mailroom/rules/explain-mail-rules";
import { paths, withQuery } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { ageText } from "./mail-row-item";
import { RulesTried } from "./rules-tried";
import { type StageLine, stageLines } from "./stage-lines";

type Props = { mail: MailFacts; rules: MailRuleStep[]; administrator: boolean; /** milliseconds */ now: number };

const MARKS = { ok: "✓", stop: "!", no: "–" };

/** What happened to the mail, stage by stage, and what can be done about it. */
export function Way({ mail, rules, administrator, now }: Props) {
  const { t, locale } = useI18n();
  const runs = mail.trace?.runs ?? 1;
  const working = mail.stage === "received" || mail.stage === "read";
  return (
    <Drawer id="way" end className="ctx mail-way" label={t("mailroom:way.title")}>
      <section>
        <div className="hd">
          <h2>{t("mailroom:way.title")}</h2>
          {runs > 1 ? <span className="xs muted num">{t("mailroom:way.runs", { count: runs })}</span> : null}
        </div>
        <ol className="steps">
          {stageLines(mail, { t, locale }).map((line, index) => (
            <Stage key={line.stage} line={line} number={index + 1}>
              {line.stage === "route" && mail.hold ? (
                <p className="num">{t("mailroom:hold.since", { age: ageText(mail.hold.heldAt, now, t) })}</p>
              ) : null}
              {line.stage === "rules" && rules.length ? <RulesTried steps={rules} /> : null}
              {line.stage === "rules" && administrator && stageOf(mail.trace, "parse")?.result !== "unreadable" ? (
                <p>
                  <a href={withQuery(paths.desk.admin("mail/rules/new"), { mail: mail.id })}>
                    {t("mailroom:way.makeRule")}
                  </a>
                </p>
              ) : null}
            </Stage>
          ))}
        </ol>
        {mail.error && mail.stage !== "failed" ? (
          <p className="small text-danger wrap-anywhere">{t("mailroom:way.error", { error: mail.error })}</p>
        ) : null}
        <div className="mail-way-do">
          {working ? null : (
            <Form method="post" action={paths.desk.mail(mail.id, "again")}>
              <Button size="sm">{t("mailroom:again.do")}</Button>
            </Form>
          )}
          <LinkButton size="sm" variant="ghost" href={paths.desk.mail(mail.id, "raw")} target="_blank" rel="noreferrer">
            {t("mailroom:way.raw")}
          </LinkButton>
          <LinkButton size="sm" variant="ghost" href={paths.desk.mail(mail.id, "raw", { save: 1 })} download>
            {t("mailroom:way.save")}
          </LinkButton>
        </div>
      </section>
    </Drawer>
  );
}

function Stage({ line, number, children }: { line: StageLine; number: number; children: React.ReactNode }) {
  const t = useI18n().t;
  return (
    <li className={line.look === "ok" ? "st" : `st ${line.look}`}>
      <i aria-hidden="true">{MARKS[line.look]}</i>
      <div>
        <b>
          <span className="faint num">{number}</span> {line.title}
          {line.look === "stop" ? <span className="sr"> ({t("mailroom:way.mind")})</span> : null}
        </b>
        {line.words.map((words, index) => (
          <p key={index}>{words}</p>
        ))}
        {children}
      </div>
    </li>
  );
}
