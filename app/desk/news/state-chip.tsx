import { Chip } from "~/components/ui/chip";
import type { NewsState } from "~/domain/knowledge/news-views";
import { useT } from "~/i18n/use-t";

const TONES = { draft: "neutral", scheduled: "info", published: "brand", solved: "ok" } as const;

/** Where news stands. */
export function StateChip({ state }: { state: NewsState }) {
  const t = useT();
  return <Chip tone={TONES[state]}>{t(`news:state.${state}`)}</Chip>;
}
