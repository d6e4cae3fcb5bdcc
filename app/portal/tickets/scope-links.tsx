import { PORTAL_SCOPES, type PortalScope } from "~/domain/tickets/portal-views";
import { useT } from "~/i18n/use-t";

/** Mine, the organization's, all: each link leads to the same page for another circle. */
export function ScopeLinks({ current, href }: { current: PortalScope; href: (scope: PortalScope) => string }) {
  const t = useT();
  return PORTAL_SCOPES.map((scope) => (
    <a key={scope} href={href(scope)} aria-current={scope === current ? "true" : undefined}>
      {t(`portal:scope.${scope}`)}
    </a>
  ));
}
