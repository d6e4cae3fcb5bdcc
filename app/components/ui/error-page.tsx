import { CircleAlert, Lock, SearchX } from "lucide-react";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "./button";
import { ErrorState } from "./error-state";

const KNOWN = new Set([403, 404, 409, 429, 503]);

/** A whole page for an answer that is an error, by HTTP status; `children` replaces the explanation. */
export function ErrorPage({ status, home = "/", reference }: { status: number; home?: string; reference?: string }) {
  const t = useT();
  const kind = KNOWN.has(status) ? String(status) : status < 500 ? "404" : "500";
  return (
    <main id="main" className="error-page">
      <ErrorState
        level={1}
        icon={status === 404 ? SearchX : status === 403 ? Lock : CircleAlert}
        title={t(`common:error.${kind}.title`)}
        reference={reference}
        action={
          <LinkButton href={home} variant="primary" data-reload="">
            {t("common:error.home")}
          </LinkButton>
        }
      >
        {t(`common:error.${kind}.text`)}
      </ErrorState>
    </main>
  );
}
