import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { FormErrors } from "~/components/ui/form-errors";
import { PasswordInput } from "~/components/ui/password-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { SearchInput } from "~/components/ui/search-input";
import { SegmentedControl } from "~/components/ui/segmented-control";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { LONG_WORD } from "./specimen";

const KINDS = [
  { value: "damage", label: "Something is damaged", hint: "Broken, cracked or missing parts" },
  { value: "invoice", label: "A question about an invoice", hint: "Amounts, addresses, payment" },
  { value: "other", label: "Другой вопрос", hint: "Всё, что не подошло выше" },
];
const QUEUES = [
  {
    label: "Europe",
    options: [
      { value: "r", label: "Repairs" },
      { value: "b", label: LONG_WORD },
    ],
  },
  { value: "o", label: "Onboarding", disabled: true },
];

export function FormKit() {
  return (
    <Card title="Forms" id="forms" padded>
      <form className="form" method="get">
        <FormErrors
          errors={{ address: "This is no mail address: giulia@", text: "Say in a few words what happened" }}
          ids={{ text: "f-text" }}
        />
        <div className="two">
          <TextInput
            label="Subject"
            name="subject"
            required
            placeholder="What is it about?"
            hint="One line is enough."
          />
          <TextInput
            label="Mail address"
            name="address"
            type="email"
            defaultValue="giulia@"
            error="This is no mail address: giulia@"
          />
          <TextInput label="Company" name="company" optional />
          <TextInput label="Number" name="number" defaultValue="10482" readOnly />
          <TextInput label="Not open" name="closed" disabled defaultValue="Nothing to change here" />
          <PasswordInput label="Пароль" name="password" autoComplete="current-password" defaultValue="secret" />
          <Select label="Queue" name="queue" options={QUEUES} placeholder="Choose a queue" />
          <Select label="Long choice" name="long" options={QUEUES} defaultValue="b" error="Choose another one" />
        </div>
        <TextArea
          label="What happened?"
          name="text"
          rows={4}
          error={["Say in a few words what happened"]}
          hint="A photo often helps."
        />
        <FileInput
          label="Files"
          name="files"
          multiple
          optional
          maxBytes={20_000_000}
          hint="Up to 20 MB each; drop them here."
        />
        <RadioGroup label="Kind of request" name="kind" options={KINDS} defaultValue="invoice" cards />
        <div className="two">
          <RadioGroup label="Plain radios" name="plain" options={KINDS} defaultValue="damage" hint="One of three." />
          <div className="fl">
            <Checkbox label="Share with everyone at Marchetti Impianti" name="share" defaultChecked />
            <Checkbox label="Keep me signed in" name="stay" hint="Not on a computer that others use." />
            <Checkbox label="Not for you" name="no" disabled />
            <Checkbox label="I have read the terms" name="terms" error="Please read and accept them first" />
          </div>
        </div>
        <SegmentedControl
          label="View"
          name="view"
          defaultValue="week"
          options={[
            { value: "day", label: "Day" },
            { value: "week", label: "Week" },
            { value: "month", label: "Месяц" },
          ]}
        />
        <div className="form-actions">
          <Button variant="primary">Open the ticket</Button>
          <LinkButton href="#forms" variant="ghost">
            Cancel
          </LinkButton>
          <span className="muted sub">Draft saved 11:53</span>
        </div>
      </form>
      <form role="search" method="get" className="mt-6 grid gap-4">
        <SearchInput big label="Search help, tickets, invoices" placeholder="Search help, tickets, invoices" />
        <SearchInput label="Search tickets" name="s" placeholder="Поиск заявок" />
      </form>
    </Card>
  );
}
