import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { TextArea } from "~/components/ui/text-area";
import type { SynonymRow } from "~/domain/search/list-synonyms.server";
import { synonymAsSeen } from "~/domain/search/synonym-as-seen";
import type { Failure } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { SynonymLanguage } from "./synonym-language";

type Props = {
  group: SynonymRow;
  /** the group's form, come back */
  failed: Failure | undefined;
};

/** Words of a group on a line, which opens to change or remove them. Without JavaScript as well. */
export function SynonymGroup({ group, failed }: Props) {
  const t = useT();
  const { id, locale, words } = group;
  const [first] = words;
  // Who was told of other words may replace them; who was refused for another reason goes on from those drawn before.
  const told = failed?.failure.code === "search:error.synonymChanged";
  const seen = told ? synonymAsSeen(group) : (failed?.values.seen ?? synonymAsSeen(group));
  return (
    <li className="border-t border-line first:border-t-0">
      <details open={failed ? true : undefined}>
        <summary className="p-(--pad)">
          <span className="wrap-anywhere" lang={locale}>
            {words.join(", ")}
          </span>{" "}
          <Chip>{LOCALE_NAMES[locale as keyof typeof LOCALE_NAMES] ?? locale}</Chip>
        </summary>
        <form method="post" className="form px-(--pad) pb-(--pad)">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seen" value={seen} />
          <TextArea
            id={`words-${id}`}
            label={t("search:admin.words")}
            name="words"
            lang={locale}
            required
            rows={2}
            error={failed?.failure.fields.words}
            defaultValue={failed?.values.words ?? words.join(", ")}
          />
          <SynonymLanguage id={`locale-${id}`} defaultValue={failed?.values.locale ?? locale} />
          <div className="form-actions">
            <Button size="sm">
              {t("search:save")}
              <span className="sr">: {first}</span>
            </Button>
            <Button size="sm" variant="danger" name="removed" value={id} formNoValidate>
              {t("search:admin.removeWords")}
              <span className="sr">: {first}</span>
            </Button>
          </div>
        </form>
      </details>
    </li>
  );
}
