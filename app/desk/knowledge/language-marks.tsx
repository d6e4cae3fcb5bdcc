import {
  CircleCheck,
  CircleDashed,
  Clock,
  ClockAlert,
  Eye,
  type LucideIcon,
  Minus,
  Pencil,
  TriangleAlert,
} from "lucide-react";
import { Icon } from "~/components/ui/icon";
import type { TextSummary } from "~/domain/knowledge/article-views";
import { paths } from "~/http/paths";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { STATE_TONES, type TextState, textState } from "./text-state";

const DRAWINGS: Record<TextState, LucideIcon> = {
  published: CircleCheck,
  changes: Pencil,
  draft: CircleDashed,
  in_review: Eye,
  scheduled: Clock,
  ending: ClockAlert,
  stale: TriangleAlert,
  none: Minus,
};

type Props = { articleId: string; texts: readonly TextSummary[]; sourceLocale: string };

/** A mark for each language of the product: its letters, a drawing, and words for readers and pointers. */
export function LanguageMarks({ articleId, texts, sourceLocale }: Props) {
  const t = useT();
  return (
    <ul className="kb-langs">
      {LOCALES.map((locale) => {
        const state = textState(texts.find((text) => text.locale === locale));
        const words = t(`knowledge:lang.${state}`, { language: LOCALE_NAMES[locale] });
        return (
          <li key={locale}>
            <a
              className={`kb-lang is-${STATE_TONES[state]}`}
              href={paths.desk.knowledge(articleId, { lang: locale === sourceLocale ? null : locale })}
              title={words}
              aria-label={words}
            >
              <Icon of={DRAWINGS[state]} size={13} />
              {locale.toUpperCase()}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
