import { AttachmentChip } from "~/components/ui/attachment-chip";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { Meter } from "~/components/ui/meter";
import { Pagination } from "~/components/ui/pagination";
import { Person } from "~/components/ui/person";
import { Skeleton } from "~/components/ui/skeleton";
import { Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { LONG_NAME, LONG_WORD, Specimen } from "./specimen";

type Row = { id: string; subject: string; who: string; amount: string };
const ROWS: Row[] = [
  { id: "1", subject: "Replacement part arrived damaged", who: "Giulia Marchetti", amount: "€248.00" },
  { id: "2", subject: "Нужна копия договора обслуживания", who: "ООО «Маяк»", amount: "€1,204.50" },
  { id: "3", subject: LONG_WORD, who: LONG_NAME, amount: "€9.00" },
];

export function DataKit() {
  return (
    <>
      <Card title="Table" id="table" actions={<a href="#table">Export</a>}>
        <Table
          caption="Tickets"
          rows={ROWS}
          rowKey={(row) => row.id}
          columns={[
            { label: "Subject", heading: true, cell: (row) => <a href="#table">{row.subject}</a> },
            { label: "Requester", cell: (row) => <Person name={row.who} />, href: "#table", sorted: "ascending" },
            { label: "Status", cell: (row) => <Chip tone={row.id === "1" ? "info" : "warn"}>Open</Chip> },
            { label: "Amount", end: true, cell: (row) => row.amount },
          ]}
        />
        <Pagination previous="#table" next="#table">
          26–50 of more than 1,000
        </Pagination>
      </Card>
      <Card title="Facts and measures" id="facts-kit">
        <Specimen name="KeyValue">
          <div className="w-full max-w-72">
            <KeyValue
              items={[
                { label: "Organization", value: "Marchetti Impianti" },
                { label: "Asset", value: <a href="#facts-kit">Pump PX-40 · PH-2231</a> },
                { label: "Verwaltungsgesellschaft", value: LONG_WORD },
                { label: "Time spent", value: "0:25", num: true },
                { label: "Not shown", value: null },
              ]}
            />
          </div>
          <div className="w-full max-w-110">
            <KeyValue
              wide
              items={[
                { label: "Язык", value: "Русский" },
                { label: "Local time", value: "11:54, Turin" },
              ]}
            />
          </div>
        </Specimen>
        <Specimen name="Meter">
          <div className="grid w-full max-w-72 gap-3">
            <div>
              First reply, met in 19 min
              <Meter label="First reply" text="met in 19 min" value={0.32} tone="ok" />
            </div>
            <Meter label="Next reply" text="41 min left" value={66} max={100} tone="warn" />
            <Meter label="Over" value={3} max={2} tone="danger" />
            <Meter label="Resolution" value={0.2} />
            <Meter label="Brand" value={0.5} tone="brand" />
            <Meter label="Nothing yet" value={0} />
          </div>
        </Specimen>
        <Specimen name="Tabs">
          <div className="w-full">
            <Tabs
              label="Parts of the account"
              items={[
                { href: "#a", label: "Profile", current: true },
                { href: "#b", label: "Tickets", count: 41 },
                { href: "#c", label: "Уведомления" },
                { href: "#d", label: "Documents shared with the organization" },
                { href: "#e", label: "Sessions" },
              ]}
            />
          </div>
          <Tabs
            label="Views"
            look="pill"
            items={[
              { href: "#f", label: "To decide", count: 4, current: true },
              { href: "#g", label: "All mail" },
              { href: "#h", label: "Discarded" },
            ]}
          />
        </Specimen>
        <Specimen name="Breadcrumb">
          <Breadcrumb
            items={[
              { href: "#i", label: "Help centre" },
              { href: "#j", label: "Deliveries" },
              { href: "#k", label: LONG_WORD },
            ]}
          />
        </Specimen>
        <Specimen name="Attachment">
          <AttachmentChip name="crack.jpg" size="1.2 MB" href="#l" />
          <AttachmentChip name="договор обслуживания.pdf" size="214 kB" note="checked" href="#m" />
          <AttachmentChip name={`${LONG_WORD}.xlsx`} size="18.4 kB" onRemove={() => undefined} />
        </Specimen>
        <Specimen name="Skeleton">
          <div className="w-full max-w-80">
            <Skeleton />
          </div>
        </Specimen>
      </Card>
    </>
  );
}
