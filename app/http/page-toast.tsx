import { Form, useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Toast, Toasts } from "~/components/ui/toast";
import { useT } from "~/i18n/use-t";
import type { PageFacts } from "./page-facts.server";
import { usePageFacts } from "./use-page-facts";

const READ_MS = 7_000;

/** The toast that the last act left for this page, with its Undo. It goes when read, or with the page; bad news stays. */
export function PageToast() {
  const { toast } = usePageFacts();
  const { key } = useLocation();
  const [gone, setGone] = useState<PageFacts["toast"]>(null);
  const [shown, setShown] = useState({ toast, key });
  if (shown.toast !== toast) setShown({ toast, key });
  const passing = Boolean(toast && !toast.undo && (toast.tone ?? "ok") === "ok");

  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => setGone(toast), READ_MS);
    return () => clearTimeout(timer);
  }, [passing, toast]);

  const leftBehind = shown.toast === toast && shown.key !== key;
  return <Toasts>{toast && toast !== gone && !leftBehind ? <One toast={toast} /> : null}</Toasts>;
}

function One({ toast }: { toast: NonNullable<PageFacts["toast"]> }) {
  const t = useT();
  const undo = toast.undo ? (
    <Form method="post" action={toast.undo.action}>
      <button className="btn sm">{t("common:undo")}</button>
    </Form>
  ) : null;
  return (
    <Toast key={JSON.stringify(toast)} tone={toast.tone} until={toast.undo?.until} action={undo}>
      {t(toast.key, toast.params)}
    </Toast>
  );
}
