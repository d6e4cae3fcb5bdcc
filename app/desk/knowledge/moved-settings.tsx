import type { Option } from "~/components/ui/select";
import { useT } from "~/i18n/use-t";
import { chosenOrganizations } from "../picks/carried-picks";
import { Differences } from "./editor/differences";
import type { ArticleSettings } from "./settings-fields";

type Props = {
  settings: ArticleSettings;
  typed: Record<string, string>;
  categories: readonly Option[];
  colleagues: readonly Option[];
};

/** An article's settings as somebody saved them meanwhile, beside what was chosen here. */
export function MovedSettings({ settings, typed, categories, colleagues }: Props) {
  const t = useT();
  const of = (options: readonly Option[], id: string | null | undefined) =>
    options.find(({ value }) => value === id)?.label ?? "";
  const parts = [
    { name: "kind", saved: t(`knowledge:kind.${settings.kind}`), typed: t(`knowledge:kind.${typed.kind}`) },
    { name: "category", saved: of(categories, settings.categoryId), typed: of(categories, typed.categoryId) },
    {
      name: "audience",
      saved: t(`knowledge:audience.${settings.audience}`),
      typed: t(`knowledge:audience.${typed.audience}`),
    },
    { name: "organizations", ...chosenOrganizations(settings.organizations, typed) },
    { name: "owner", saved: of(colleagues, settings.ownerId), typed: of(colleagues, typed.ownerId) },
    { name: "reviewBy", saved: settings.reviewBy, typed: typed.reviewBy ?? "" },
  ].map(({ name, ...part }) => ({ label: t(`knowledge:field.${name}`), ...part }));
  return <Differences parts={parts}>{t("knowledge:conflict.again")}</Differences>;
}
