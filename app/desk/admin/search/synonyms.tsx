import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { listSynonyms, type SynonymRow } from "~/domain/search/list-synonyms.server";
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
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("search:admin.synonyms"),
  synonyms: await listSynonyms(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  const removed = form.get("removed");
  const page = paths.desk.admin("search/synonyms");
  if (typeof removed === "string" && isId(removed)) {
    await removeSynonym(ctx, removed);
    throw await redirectWithToast(page, { key: "search:admin.toastWordsGone" });
  }
  await saveSynonym(ctx, parse(synonymForm, formObject(form)));
  throw await redirectWithToast(page, { key: "search:admin.toastWords" });
});

/** Words that mean the same to a searcher, a line a group. */
export default function Synonyms() {
  const { title, synonyms } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "failure" in answer ? answer : undefined;
  const { t, locale } = useI18n();
  const changed = failed?.values.id;
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
      <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
      <Card id="add" title={t("search:admin.addWords")} padded>
        <form method="post" className="form">
          <div className="two">
            <TextInput
              label={t("search:admin.words")}
              name="words"
              required
              error={changed ? undefined : failed?.failure.fields.words}
              defaultValue={changed ? "" : failed?.values.words}
            />
            <Languages defaultValue={changed ? locale : (failed?.values.locale ?? locale)} />
          </div>
          <div className="form-actions">
            <Button variant="primary">{t("search:admin.addWords")}</Button>
          </div>
        </form>
      </Card>
      {synonyms.length === 0 ? <p className="muted">{t("search:admin.noWords")}</p> : null}
      {synonyms.map((group) => (
        <Group
          key={group.id}
          group={group}
          error={changed === group.id ? failed?.failure.fields.words : undefined}
          typed={changed === group.id ? failed?.values.words : undefined}
        />
      ))}
    </Sheet>
  );
}

function Group({ group: { id, locale, words }, error, typed }: { group: SynonymRow; error?: string; typed?: string }) {
  const { t } = useI18n();
  return (
    <Card padded>
      <form method="post" className="form">
        <input type="hidden" name="id" value={id} />
        <div className="two">
          <TextInput
            id={`words-${id}`}
            label={t("search:admin.words")}
            name="words"
            required
            error={error}
            defaultValue={typed ?? words.join(", ")}
          />
          <Languages id={`locale-${id}`} defaultValue={locale} />
        </div>
        <div className="form-actions">
          <Button size="sm">
            {t("search:save")}
            <span className="sr">: {words[0]}</span>
          </Button>
          <Button size="sm" variant="danger" name="removed" value={id} formNoValidate>
            {t("search:admin.removeWords")}
            <span className="sr">: {words[0]}</span>
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Languages(props: { id?: string; defaultValue: string }) {
  const { t } = useI18n();
  return (
    <Select
      {...props}
      label={t("search:admin.language")}
      name="locale"
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
    />
  );
}
