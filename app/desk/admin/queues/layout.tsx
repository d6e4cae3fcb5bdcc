import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { Chip } from "~/components/ui/chip";
import { Tabs } from "~/components/ui/tabs";
import { listQueues } from "~/domain/routing/list-queues.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";

const PARTS = ["", "addresses", "members"] as const;

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const queueId = idParam(params, "queueId");
  const queue = (await listQueues(ctx)).find(({ id }) => id === queueId);
  if (!queue) throw notFound();
  return { title: queue.name, queue };
});

export type QueueOutlet = { queue: ReturnType<typeof useLoaderData<typeof loader>>["queue"] };

/** One queue: how it works, its addresses, its people. */
export default function QueueLayout() {
  const { queue } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const t = useT();
  const here = paths.desk.admin(`queues/${queue.id}`);
  const counts = { "": undefined, addresses: queue.addresses.length, members: queue.members.length };
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{queue.name}</bdi> {queue.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("queues"), label: t("desk:admin.queues") },
      ]}
    >
      <Tabs
        label={queue.name}
        items={PARTS.map((part) => {
          const href = part ? `${here}/${part}` : here;
          const current = pathname.replace(/\/$/, "") === href;
          return { href, current, label: t(`desk:admin.${part || "work"}`), count: counts[part] };
        })}
      />
      <Outlet context={{ queue } satisfies QueueOutlet} />
    </Sheet>
  );
}
