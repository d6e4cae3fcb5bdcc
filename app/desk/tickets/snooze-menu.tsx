import { Form } from "@remix-run/react";
import { Menu } from "~/components/ui/menu";
import { useT } from "~/i18n/use-t";

const CHOICES = ["hours4", "tomorrow", "monday", "week"] as const;

/** Puts a ticket aside until a time; the server reckons it in the agent's zone. */
export function SnoozeMenu({ action }: { action: string }) {
  const t = useT();
  return (
    <Menu size="sm" label={t("desk:head.snooze")}>
      <Form method="post" action={action}>
        <input type="hidden" name="to" value="snoozed" />
        {CHOICES.map((choice, index) => (
          <button key={choice} name="for" value={choice} data-key={index === 1 ? "h" : undefined}>
            {t(`desk:snooze.${choice}`)}
          </button>
        ))}
      </Form>
    </Menu>
  );
}
