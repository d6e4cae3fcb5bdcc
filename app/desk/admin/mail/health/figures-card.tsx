import { Card } from "~/components/ui/card";
import { Meter } from "~/components/ui/meter";
import { type Column, Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import {
  MAIL_SPANS,
  type MailFigures,
  type MailIn,
  type MailOut,
  MAILS_IN,
  MAILS_OUT,
  type MailSpan,
} from "~/domain/insights/mail-figures";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { HoursTable } from "./hours-table";

type Slot = MailFigures["slots"][number];

/** Mails in by what became of them and out by how they stand, hour by hour or day by day. */
export function FiguresCard({ figures: { slots, hours, since }, span }: { figures: MailFigures; span: MailSpan }) {
  const t = useT();
  return (
    <Card title={t("mailadmin:health.figures")} id="figures">
      <div className="px-(--pad) pb-2">
        <Tabs
          label={t("mailadmin:health.figures")}
          look="pill"
          items={MAIL_SPANS.map((each) => ({
            href: `${paths.desk.admin("mail", { span: each === "day" ? null : each })}#figures`,
            label: t(`mailadmin:health.span.${each}`),
            current: each === span,
          }))}
        />
        {since ? (
          <p className="muted small mt-2">
            {t("mailadmin:health.countedSince")} <TimeText at={since} className="num" />
          </p>
        ) : null}
      </div>
      <Direction slots={slots} span={span} side="in" kinds={MAILS_IN} />
      <Direction slots={slots} span={span} side="out" kinds={MAILS_OUT} />
      {span === "week" ? <HoursTable hours={hours} /> : null}
    </Card>
  );
}

type DirectionProps<K extends MailIn | MailOut> = {
  slots: Slot[];
  span: MailSpan;
  side: "in" | "out";
  kinds: readonly K[];
};

function Direction<K extends MailIn | MailOut>({ slots, span, side, kinds }: DirectionProps<K>) {
  const t = useT();
  const countsOf = (slot: Slot) => slot[side] as Record<K, number>;
  const total = (slot: Slot) => kinds.reduce((sum, kind) => sum + countsOf(slot)[kind], 0);
  const most = Math.max(1, ...slots.map(total));
  const columns: Column<Slot>[] = [
    {
      label: t(`mailadmin:health.${span === "day" ? "hour" : "date"}`),
      heading: true,
      cell: ({ at }) => (
        <TimeText at={at} style={span === "day" ? "dateTime" : "date"} className="num whitespace-nowrap" />
      ),
    },
    {
      label: t("mailadmin:health.all"),
      end: true,
      cell: (slot) => (
        <span className="inline-flex w-24 items-center gap-2">
          <Meter value={total(slot)} max={most} tone="brand" />
          <span className="num">{total(slot)}</span>
        </span>
      ),
    },
    ...kinds.map((kind) => ({
      label: t(`mailadmin:health.${side}.${kind}`),
      end: true,
      cell: (slot: Slot) => {
        const count = countsOf(slot)[kind];
        return <span className={count ? "num" : "num faint"}>{count}</span>;
      },
    })),
  ];
  const caption = t(`mailadmin:health.caption.${side}`);
  return (
    <>
      <h3 className="px-(--pad) pt-3 pb-1 text-base font-semibold">{caption}</h3>
      <Table<Slot>
        caption={caption}
        columns={columns}
        rows={slots}
        rowKey={({ at }) => at.toISOString()}
        narrow="scroll"
      />
    </>
  );
}
