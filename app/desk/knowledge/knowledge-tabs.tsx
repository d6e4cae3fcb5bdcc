import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";

const PARTS = ["", "to-write", "comments", "searches", "categories", "links", "transfer"] as const;
/** Parts that only editors and administrators work with. */
const FOR_EDITORS: readonly string[] = ["searches", "transfer"];
type KnowledgePart = (typeof PARTS)[number] | "news";

/** The places of the knowledge base. */
export function KnowledgeTabs({ current }: { current: KnowledgePart }) {
  const { person } = usePageFacts();
  const t = useT();
  const edits = person?.role === "editor" || person?.role === "administrator";
  return (
    <Tabs
      label={t("knowledge:title")}
      items={[
        ...PARTS.filter((part) => edits || !FOR_EDITORS.includes(part)).map((part) => ({
          href: paths.desk.knowledge(part),
          label: t(`knowledge:part.${part || "articles"}`),
          current: part === current,
        })),
        { href: paths.desk.news(), label: t("news:title"), current: current === "news" },
      ]}
    />
  );
}
