import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { listSkills } from "~/domain/routing/list-skills.server";
import { skillForm } from "~/domain/routing/profile-schema";
import { renameSkill } from "~/domain/routing/rename-skill.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const skillId = idParam(params, "skillId");
  const skill = (await listSkills(ctx)).find(({ id }) => id === skillId);
  if (!skill) throw notFound();
  return { title: skill.name, skill };
});

export const action = adminAction(async (ctx, { request, params }) => {
  await renameSkill(ctx, idParam(params, "skillId"), (await readInput(ctx, request, skillForm)).name);
  return redirectWithToast(paths.desk.admin("skills"), { key: "desk:toast.saved" });
});

/** A skill's name, and the way out of every choice. */
export default function EditSkill() {
  const { skill } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={<bdi>{skill.name}</bdi>}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("skills"), label: t("desk:admin.skills") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <TextInput
            name="name"
            label={t("agents:skill.name")}
            required
            maxLength={80}
            defaultValue={failed?.values.name ?? skill.name}
            error={failed?.failure.fields.name}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("skills")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={paths.desk.admin(`skills/${skill.id}/archive`)} archived={skill.archivedAt !== null}>
        {t("agents:skill.archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
