import { Card } from "~/components/ui/card";
import type { MailForRule } from "~/domain/mailroom/rules/suggest-mail-rule.server";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ConditionSentence } from "../../conditions/condition-words";
import type { ConditionChoices } from "../../conditions/choices";

type Props = { mail: MailForRule; ticked: readonly string[]; choices: ConditionChoices };

/** What holds of the mail that the rule is made from; what is ticked becomes a condition. */
export function SuggestionFields({ mail, ticked, choices }: Props) {
  const t = useT();
  return (
    <Card padded title={t("mailrules:fromMail.title")}>
      <p className="mb-2">
        <a href={paths.desk.mail(mail.id)}>
          <bdi className="wrap-anywhere">{mail.subject || t("mailrules:noSubject")}</bdi>
        </a>{" "}
        <bdi className="muted wrap-anywhere">{mail.from}</bdi>
      </p>
      <p className="muted small">{t("mailrules:fromMail.hint")}</p>
      <fieldset className="picks">
        <legend className="sr">{t("mailrules:fromMail.title")}</legend>
        {mail.suggestions.map(({ key, condition }) => (
          <label className="pick" key={key}>
            <input type="checkbox" name="suggested" value={key} defaultChecked={ticked.includes(key)} />
            <span className="min-w-0 wrap-anywhere">
              <ConditionSentence condition={condition} choices={choices} words="mailrules" />
            </span>
          </label>
        ))}
      </fieldset>
    </Card>
  );
}
