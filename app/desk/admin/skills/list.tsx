import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { GraduationCap } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { createSkill } from "~/domain/routing/create-skill.server";
import { listSkills } from "~/domain/routing/list-skills.server";
import { skillForm } from "~/domain/routing/profile-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.skills"),
  skills: await listSkills(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  await createSkill(ctx, (await readInput(ctx, request, skillForm)).name);
  return redirectWithToast(paths.desk.admin("skills"), { key: "agents:toast.skillMade" });
});

/** Every skill, and a new one. */
export default function Skills() {
  const { title, skills } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      lead={t("agents:skill.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <Card>
        {skills.length ? (
          <Table
            caption={title}
            rows={skills}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("agents:skill.name"),
                heading: true,
                cell: ({ id, name, archivedAt }) => (
                  <>
                    <a href={paths.desk.admin(`skills/${id}`)}>
                      <bdi className="wrap-anywhere">{name}</bdi>
                    </a>{" "}
                    {archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
                  </>
                ),
              },
              {
                label: t("agents:skill.agents"),
                end: true,
                cell: ({ agents }) => <span className="num">{agents}</span>,
              },
            ]}
          />
        ) : (
          <EmptyState icon={GraduationCap} title={t("agents:skill.none")} />
        )}
      </Card>
      <Card padded title={t("agents:skill.new")} id="new">
        {/* Without `?index` the post would go to a frame, which takes none. */}
        <Form method="post" action="?index" className="form">
          <FailureErrors of={failed} />
          <TextInput
            name="name"
            label={t("agents:skill.name")}
            hint={t("agents:skill.nameHint")}
            required
            maxLength={80}
            defaultValue={failed?.values.name}
            error={failed?.failure.fields.name}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
