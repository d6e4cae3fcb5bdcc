import { Banner } from "~/components/ui/banner";
import { CopyButton } from "~/components/ui/copy-button";
import { useT } from "~/i18n/use-t";

/** A new bearer token, the only time it can be read. */
export function NewToken({ name, token }: { name: string; token: string }) {
  const t = useT();
  return (
    <Banner tone="ok" role="status" title={t("identity:tokens.made", { name })} action={<CopyButton text={token} />}>
      <p>{t("identity:tokens.once")}</p>
      <p className="mt-2 wrap-anywhere">
        <code>{token}</code>
      </p>
    </Banner>
  );
}
