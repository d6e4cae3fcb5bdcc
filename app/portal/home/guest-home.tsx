import { LogIn, PenLine, UserPlus } from "lucide-react";
import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { PortalSearch } from "../frame";
import { ContactCard } from "./contact-card";
import { PopularArticles, type PopularList } from "./popular-articles";
import { Tile } from "./tile";

const STEPS = ["write", "confirm", "answer"] as const;

/** The start page for somebody not signed in: ask without an account, sign in, or create one. */
export function GuestHome({ articles }: { articles: PopularList }) {
  const { company } = usePageFacts();
  const t = useT();
  return (
    <>
      <section className="hero">
        <h1>{t("portal:home.welcome", { company: company.name })}</h1>
        <PortalSearch big />
        <p className="try">{t("portal:home.welcomeLead")}</p>
      </section>
      <nav className="tiles tablet:grid-cols-3" aria-label={t("portal:home.todo")}>
        <Tile main icon={PenLine} href={paths.newTicket()} title={t("portal:nav.newTicket")}>
          {t("portal:home.guestTicketFact")}
        </Tile>
        <Tile icon={LogIn} href={paths.signIn()} title={t("portal:nav.signIn")}>
          {t("portal:home.signInFact")}
        </Tile>
        <Tile icon={UserPlus} href={paths.signUp()} title={t("portal:home.signUp")}>
          {t("portal:home.signUpFact")}
        </Tile>
      </nav>
      <div className="mat">
        <Card id="steps" title={t("portal:home.steps")} padded>
          <ol className="grid list-decimal gap-3 ps-5">
            {STEPS.map((step) => (
              <li key={step}>
                <b>{t(`portal:home.step.${step}`)}</b>
                <p className="muted">{t(`portal:home.stepText.${step}`)}</p>
              </li>
            ))}
          </ol>
        </Card>
        <div className="stack">
          <PopularArticles articles={articles} />
          <ContactCard />
        </div>
      </div>
    </>
  );
}
