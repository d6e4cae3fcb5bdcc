import { KeyRound } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Instant = string | Date;
type Token = {
  id: string;
  name: string;
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  expired: boolean;
};

/** One's tokens with a button to end each. */
export function TokenList({ tokens, endHref }: { tokens: readonly Token[]; endHref: (id: string) => string }) {
  const t = useT();
  return (
    <Card id="tokens" title={t("identity:tokens.title")}>
      {tokens.length === 0 ? (
        <EmptyState icon={KeyRound} level={3} title={t("identity:tokens.none")} />
      ) : (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
              <div className="min-w-0 flex-1 basis-60">
                <p className="wrap-anywhere">
                  <bdi>{token.name}</bdi>{" "}
                  {token.expired ? <Chip tone="warn">{t("identity:tokens.expired")}</Chip> : null}
                </p>
                <p className="muted small num">
                  {t("identity:tokens.created")} <TimeText at={token.createdAt} style="date" />
                  {token.expiresAt ? (
                    <>
                      {" · "}
                      {t("identity:tokens.expires")} <TimeText at={token.expiresAt} style="date" />
                    </>
                  ) : null}
                  {" · "}
                  {token.lastUsedAt ? (
                    <>
                      {t("identity:tokens.used")} <TimeText at={token.lastUsedAt} />
                    </>
                  ) : (
                    t("identity:tokens.unused")
                  )}
                </p>
              </div>
              <form method="post" action={endHref(token.id)}>
                <Button size="sm" aria-label={t("identity:tokens.endOf", { name: token.name })}>
                  {t("identity:tokens.end")}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
