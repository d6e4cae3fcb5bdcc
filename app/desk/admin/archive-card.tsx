import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { useT } from "~/i18n/use-t";

type Props = { action: string; archived: boolean; /** what archiving does, in a sentence */ children: string };

/** Takes a thing out of every choice or puts it back; nothing is deleted. */
export function ArchiveCard({ action, archived, children }: Props) {
  const t = useT();
  return (
    <Card padded id="archive" title={t("desk:admin.archive")}>
      <p className="muted small mb-3">{archived ? t("desk:admin.archivedText") : children}</p>
      <Form method="post" action={action}>
        {archived ? <input type="hidden" name="restore" value="yes" /> : null}
        <Button>{t(archived ? "desk:admin.restore" : "desk:admin.archiveDo")}</Button>
      </Form>
    </Card>
  );
}
