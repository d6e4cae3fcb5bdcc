import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";

export default function Home() {
  const { company } = usePageFacts();
  const t = useT();
  return (
    <section className="hero">
      <h1>{t("portal:home.welcome", { company: company.name })}</h1>
    </section>
  );
}
