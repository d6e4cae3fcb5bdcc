import { Chip } from "~/components/ui/chip";
import { Marked } from "~/components/ui/marked";
import { useI18n } from "~/i18n/use-t";
import type { AnswerChoice } from "./list-choices.server";

/** Who may read an answer that not everybody may. */
export function AudienceChip({ audience }: { audience: string }) {
  const { t } = useI18n();
  if (audience === "public") return null;
  return (
    <Chip plain tone={audience === "customers" ? "neutral" : "warn"}>
      {t(`answers:audience.${audience}`)}
    </Chip>
  );
}

/** An answer's title, what matches, and for whom it is. */
export function AnswerLines({ choice }: { choice: AnswerChoice }) {
  const { t, locale } = useI18n();
  const { title, snippet, audience, closed, href, kind } = choice;
  const lang = choice.locale === locale ? undefined : choice.locale;
  return (
    <>
      <a href={href} target="_blank" rel="noreferrer" className="font-medium wrap-anywhere" lang={lang}>
        <bdi>
          <Marked text={title} />
        </bdi>
      </a>
      <p className="flex flex-wrap items-center gap-2">
        <span className="faint xs">{[t(`answers:kind.${kind}`), choice.category].filter(Boolean).join(" · ")}</span>
        <AudienceChip audience={audience} />
      </p>
      <p className="muted xs wrap-anywhere line-clamp-3" lang={lang}>
        <bdi>
          <Marked text={snippet} />
        </bdi>
      </p>
      {closed ? <p className="xs text-warn">{t(`answers:closed.${closed}`)}</p> : null}
    </>
  );
}
