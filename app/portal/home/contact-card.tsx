import { Card } from "~/components/ui/card";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { ContactFacts } from "../contact-facts";

/** The other ways to reach the company; nothing when it has named none. */
export function ContactCard() {
  const { company } = usePageFacts();
  const t = useT();
  if (!company.hours && !company.phone && !company.email) return null;
  return (
    <Card id="contact" title={t("portal:home.contact")} padded>
      <div className="grid gap-2">
        <ContactFacts />
      </div>
    </Card>
  );
}
