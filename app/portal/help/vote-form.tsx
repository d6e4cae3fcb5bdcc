import { Button, LinkButton } from "~/components/ui/button";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextArea } from "~/components/ui/text-area";
import type { HelpArticle, HelpVote } from "~/domain/knowledge/reader-views";
import { MAX_VOTE_COMMENT, VOTE_REASONS } from "~/domain/knowledge/vote-schema";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

type Props = { article: HelpArticle; vote: HelpVote | null; here: string };

/** "Did this solve your problem?": yes or no, changeable; after a no also why, and a ticket that knows what was read. */
export function Vote({ article, vote, here }: Props) {
  const { t } = useI18n();
  if (vote && !vote.helpful) return <Refusal article={article} vote={vote} here={here} />;
  return (
    <form id="vote" className="card vote" method="post" action={paths.helpVote(article.id)}>
      <Hidden article={article} />
      <fieldset>
        <legend>{t(vote ? "help:vote.thanks" : "help:vote.question")}</legend>
        <span className="yn">
          {vote ? null : (
            <Button name="helpful" value="yes">
              {t("help:vote.yes")}
            </Button>
          )}
          <Button name="helpful" value="no" variant={vote ? "ghost" : "default"}>
            {t(vote ? "help:vote.afterAll" : "help:vote.no")}
          </Button>
        </span>
      </fieldset>
    </form>
  );
}

function Refusal({ article, vote, here }: { article: HelpArticle; vote: HelpVote; here: string }) {
  const { t } = useI18n();
  const ticket = paths.newTicket({
    subject: article.title,
    text: t("help:vote.ticketText", { title: article.title, url: here }),
  });
  return (
    <div id="vote" className="card vote">
      <p className="font-medium">{t(vote.reason ? "help:vote.noted" : "help:vote.sorry")}</p>
      <form className="form mt-3" method="post" action={paths.helpVote(article.id)}>
        <Hidden article={article} />
        <RadioGroup
          name="reason"
          label={t("help:vote.why")}
          options={VOTE_REASONS.map((reason) => ({ value: reason, label: t(`help:vote.reason.${reason}`) }))}
          defaultValue={vote.reason ?? undefined}
        />
        <TextArea
          name="comment"
          label={t("help:vote.comment")}
          rows={3}
          maxLength={MAX_VOTE_COMMENT}
          defaultValue={vote.comment}
          optional
        />
        <div className="form-actions">
          <Button name="helpful" value="no">
            {t("help:vote.send")}
          </Button>
          <LinkButton href={ticket} variant="primary">
            {t("portal:nav.newTicket")}
          </LinkButton>
          <Button name="helpful" value="yes" variant="ghost">
            {t("help:vote.solved")}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Hidden({ article }: { article: HelpArticle }) {
  return <input type="hidden" name="locale" value={article.locale} />;
}
