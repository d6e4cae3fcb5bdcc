import { useLoaderData } from "@remix-run/react";
import {
  Building2,
  CalendarClock,
  FileText,
  Gauge,
  GraduationCap,
  Inbox,
  ListChecks,
  Mails,
  ScrollText,
  Search,
  Settings,
  Shapes,
  Timer,
  Users,
  UsersRound,
  Waypoints,
} from "lucide-react";
import { Icon } from "~/components/ui/icon";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";

const GROUPS = [
  {
    group: "colleagues",
    areas: [
      { area: "people", icon: Users },
      { area: "agents", icon: Gauge },
      { area: "teams", icon: UsersRound },
      { area: "skills", icon: GraduationCap },
    ],
  },
  {
    group: "tickets",
    areas: [
      { area: "queues", icon: Inbox },
      { area: "rules", icon: Waypoints },
      { area: "types", icon: Shapes },
      { area: "statuses", icon: ListChecks },
      { area: "mail", icon: Mails },
    ],
  },
  {
    group: "time",
    areas: [
      { area: "calendars", icon: CalendarClock },
      { area: "sla", icon: Timer },
    ],
  },
  {
    group: "customers",
    areas: [
      { area: "organizations", icon: Building2 },
      { area: "contracts", icon: FileText },
    ],
  },
  {
    group: "system",
    areas: [
      { area: "settings", icon: Settings },
      { area: "search", icon: Search },
      { area: "audit", icon: ScrollText },
    ],
  },
] as const;

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({ title: translator(ctx.locale)("desk:admin.title") }));

/** Everything an administrator sets up, one door each, under the word for what they are about. */
export default function Administration() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet title={title} lead={t("desk:admin.lead")}>
      {GROUPS.map(({ group, areas }) => (
        <section
          key={group}
          className="grid gap-2 border-t pt-3 laptop:grid-cols-[9rem_minmax(0,1fr)] laptop:gap-4"
          aria-labelledby={`doors-${group}`}
        >
          <h2 className="muted text-base font-semibold laptop:pt-3" id={`doors-${group}`}>
            {t(`desk:admin.group.${group}`)}
          </h2>
          <ul className="grid gap-3 tablet:grid-cols-2">
            {areas.map(({ area, icon }) => (
              <li key={area}>
                <a className="card pad flex h-full items-start gap-3 text-ink" href={paths.desk.admin(area)}>
                  <span className="mt-0.5 text-brand">
                    <Icon of={icon} />
                  </span>
                  <span className="min-w-0">
                    <b className="block">{t(`desk:admin.${area}`)}</b>
                    <span className="muted small">{t(`desk:admin.${area}Lead`)}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}
