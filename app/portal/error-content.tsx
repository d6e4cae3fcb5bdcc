import { useRevalidator } from "@remix-run/react";
import { CircleAlert, Lock, SearchX, WifiOff } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";

const KNOWN = new Set([403, 404, 409, 429, 503]);
const ICONS: Record<number, typeof Lock> = { 0: WifiOff, 403: Lock, 404: SearchX };

/**
 * Why a page is not there, in the words of its status (0: no network), and where to go instead. `words` are the
 * refusal's own.
 */
export function ErrorContent({ status, words }: { status: number; words: string }) {
  const { person } = usePageFacts();
  const { revalidate, state } = useRevalidator();
  const t = useT();
  const kind = status === 0 ? "offline" : `error.${KNOWN.has(status) ? status : status < 500 ? 404 : 500}`;
  const title = t(`common:${kind}.title`);
  const passing = status === 0 || status >= 429;
  return (
    <div className="page slim">
      <ErrorState
        level={1}
        icon={ICONS[status] ?? CircleAlert}
        title={title}
        action={
          <>
            {passing ? (
              <Button className="js-only" variant="primary" busy={state !== "idle"} onClick={() => revalidate()}>
                {t("portal:error.again")}
              </Button>
            ) : null}
            <LinkButton href={paths.home()} variant={passing ? "default" : "primary"}>
              {t("common:error.home")}
            </LinkButton>
            {person ? <LinkButton href={paths.tickets()}>{t("portal:nav.tickets")}</LinkButton> : null}
          </>
        }
      >
        {(KNOWN.has(status) && words !== title && words) || t(`common:${kind}.text`)}
      </ErrorState>
    </div>
  );
}
