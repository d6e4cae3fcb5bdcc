import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

const TREE = [
  ["categories.yaml", "categories"],
  ["en/deliveries/track-a-delivery.md", "article"],
  ["it/deliveries/seguire-una-consegna.md", "article"],
  ["faq.csv", "faqs"],
  ["images/label.png", "picture"],
] as const;

/** What a folder looks like, at a glance. */
export function FormatCard() {
  const t = useT();
  return (
    <Card id="format" title={t("transfer:format.title")} padded>
      <p className="mb-3">{t("transfer:format.text")}</p>
      <dl className="grid gap-2">
        {TREE.map(([path, what]) => (
          <div key={path}>
            <dt>
              <code className="small wrap-anywhere">{path}</code>
            </dt>
            <dd className="small muted">{t(`transfer:format.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3">
        <a href={paths.desk.knowledge("transfer/format")}>{t("transfer:format.more")}</a>
      </p>
    </Card>
  );
}
