import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { CircleAlert, SearchX } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

const KNOWN = new Set([403, 404, 409, 429, 503]);

/** Where a ticket would be: why it is not there. The list beside it stays. */
export function DeskError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const t = useT();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = KNOWN.has(status) ? status : 500;
  const words = isRouteErrorResponse(error) && typeof error.data === "string" && KNOWN.has(status) ? error.data : "";
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="none">
        <ErrorState
          level={1}
          icon={status === 404 ? SearchX : CircleAlert}
          title={t(`common:error.${kind}.title`)}
          action={
            <>
              {status >= 429 ? (
                <Button size="sm" busy={state !== "idle"} onClick={() => revalidate()}>
                  {t("desk:error.again")}
                </Button>
              ) : null}
              <LinkButton size="sm" href={paths.desk.tickets()}>
                {t("desk:view.mine")}
              </LinkButton>
            </>
          }
        >
          {words || t(`common:error.${kind}.text`)}
        </ErrorState>
      </div>
    </main>
  );
}
