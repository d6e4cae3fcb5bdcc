import { Form } from "@remix-run/react";
import { Toast, Toasts } from "~/components/ui/toast";
import { useT } from "~/i18n/use-t";
import { usePageFacts } from "./use-page-facts";

/** The toast that the last act left for this page, with its Undo. */
export function PageToast() {
  const { toast } = usePageFacts();
  const t = useT();
  if (!toast) return <Toasts />;
  return (
    <Toasts>
      <Toast
        key={JSON.stringify(toast)}
        tone={toast.tone}
        until={toast.undo?.until}
        action={
          toast.undo ? (
            <Form method="post" action={toast.undo.action}>
              <button className="btn sm">{t("common:undo")}</button>
            </Form>
          ) : null
        }
      >
        {t(toast.key, toast.params)}
      </Toast>
    </Toasts>
  );
}
