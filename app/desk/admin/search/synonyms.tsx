import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { Tabs } from "~/components/ui/tabs";
import { TextArea } from "~/components/ui/text-area";
import { listSynonyms } from "~/domain/search/list-synonyms.server";
import { removeSynonym } from "~/domain/search/remove-synonym.server";
import { saveSynonym } from "~/domain/search/save-synonym.server";
import { synonymForm } from "~/domain/search/synonym-schema";
import { formObject, parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { isId } from "~/lib/id";
import { keepWhileTyping } from "../../keep-while-typing";
import { Sheet } from "../../sheet";
import { SynonymGroup } from "./synonym-group";
import { SynonymLanguage } from "./synonym-language";

const HERE = "search/synonyms";

export const meta = pageTitle;

export const shouldRevalidate = keepWhileTyping();

/** The part of the list that an address shows. */
function readShown(request: Request) {
  const asked = new URL(request.url).searchParams;
  const q = (asked.get("q") ?? "").slice(0, 100).replaceAll("\0", "");
  const locale = LOCALES.find((one) => one === asked.get("locale")) ?? "";
  return { q, locale, after: asked.get("after") };
}

export const loader = adminLoader(async (ctx, { request }) => {
  const { q, locale, after } = readShown(request);
  const page = await listSynonyms(ctx, { q, locale, after });
  return { title: translator(ctx.locale)("search:admin.synonyms"), q, locale, page };
});

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  const removed = form.get("removed");
  const shown = paths.desk.admin(HERE, readShown(request));
  if (typeof removed === "string" && isId(removed)) {
    await removeSynonym(ctx, removed, String(form.get("seen") ?? ""));
    throw await redirectWithToast(shown, { key: "search:admin.toastWordsGone" });
  }
  const group = parse(synonymForm, formObject(form));
  await saveSynonym(ctx, group);
  // What is new stands first in the whole list.
  throw await redirectWithToast(group.id ? shown : paths.desk.admin(HERE), { key: "search:admin.toastWords" });
});

/** Words that mean the same to a searcher, a line a group. */
export default function Synonyms() {
  const { title, q, locale: language, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "failure" in answer ? answer : undefined;
  const { t, locale } = useI18n();
  const changed = page.rows.find(({ id }) => id === failed?.values.id)?.id;
  // Words of a group that is gone wait to be added.
  const added = changed ? undefined : failed;
  const at = (after: string | null) => (after ? paths.desk.admin(HERE, { q, locale: language, after }) : null);
  const tab = (value: string, label: string) => ({
    href: paths.desk.admin(HERE, { q, locale: value }),
    label,
    current: value === language,
  });
  return (
    <Sheet
      slim
      title={title}
      lead={t("search:admin.synonymsLead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("search"), label: t("desk:admin.search") },
      ]}
    >
      <FormErrors
        message={failed?.failure.message}
        errors={failed?.failure.fields}
        ids={changed ? { words: `words-${changed}`, locale: `locale-${changed}` } : undefined}
      />
      <Card id="add" title={t("search:admin.addWords")} padded>
        <form method="post" className="form">
          <TextArea
            label={t("search:admin.words")}
            name="words"
            required
            rows={2}
            error={added?.failure.fields.words}
            defaultValue={added?.values.words}
          />
          <SynonymLanguage defaultValue={added?.values.locale ?? (language || locale)} />
          <div className="form-actions">
            <Button variant="primary">{t("search:admin.addWords")}</Button>
          </div>
        </form>
      </Card>
      <form role="search" method="get" className="max-w-md">
        {language ? <input type="hidden" name="locale" value={language} /> : null}
        <SearchInput label={t("search:admin.wordFind")} placeholder={t("search:admin.wordFind")} defaultValue={q} />
      </form>
      <Tabs
        label={t("search:admin.language")}
        items={[tab("", t("search:admin.everyLanguage")), ...LOCALES.map((value) => tab(value, LOCALE_NAMES[value]))]}
      />
      {page.rows.length === 0 ? (
        <p className="muted">{t(q || language ? "search:admin.wordNotFound" : "search:admin.noWords")}</p>
      ) : (
        <Card>
          <ul className="grid" aria-label={title}>
            {page.rows.map((group) => (
              <SynonymGroup key={group.id} group={group} failed={changed === group.id ? failed : undefined} />
            ))}
          </ul>
          <Pagination previous={at(page.previous)} next={at(page.next)} />
        </Card>
      )}
    </Sheet>
  );
}
