import { ArrowRight, Plus, Search, Trash2 } from "lucide-react";
import { Avatar } from "~/components/ui/avatar";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { CopyButton } from "~/components/ui/copy-button";
import { Icon } from "~/components/ui/icon";
import { Kbd } from "~/components/ui/kbd";
import { Logo } from "~/components/ui/logo";
import { Person } from "~/components/ui/person";
import { Tag } from "~/components/ui/tag";
import { TextButton } from "~/components/ui/text-button";
import { Time } from "~/components/ui/time";
import { LONG_NAME, LONG_WORD, Specimen } from "./specimen";

export function WordKit() {
  return (
    <Card title="Buttons and words" id="words">
      <Specimen name="Button">
        <Button variant="primary">Send</Button>
        <Button>Save</Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger" icon={<Icon of={Trash2} />}>
          Delete
        </Button>
        <Button variant="primary" icon={<Icon of={Plus} />}>
          Создать заявку
        </Button>
        <LinkButton href="#words">
          Go on <Icon of={ArrowRight} size={16} />
        </LinkButton>
      </Specimen>
      <Specimen name="States">
        <Button variant="primary" busy>
          Sending
        </Button>
        <Button busy>Saving</Button>
        <Button disabled>Disabled</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button aria-pressed="true">Pressed</Button>
        <Button variant="primary" kbd="Ctrl ↵">
          Send
        </Button>
        <Button kbd="E">Solve</Button>
      </Specimen>
      <Specimen name="Sizes">
        <Button size="lg" variant="primary">
          Large
        </Button>
        <Button>Medium</Button>
        <Button size="sm">Small</Button>
        <Button square aria-label="Search" icon={<Icon of={Search} />} />
        <Button square size="sm" variant="ghost" aria-label="Search" icon={<Icon of={Search} />} />
        <TextButton>Add Cc</TextButton>
        <Button className="max-w-60">{LONG_WORD}</Button>
      </Specimen>
      <Specimen name="Chip">
        <Chip>Received</Chip>
        <Chip tone="info">Open</Chip>
        <Chip tone="warn">Waiting for you</Chip>
        <Chip tone="ok">Решена</Chip>
        <Chip tone="danger">Overdue</Chip>
        <Chip tone="brand">New</Chip>
        <Chip plain>internal</Chip>
        <Chip tone="warn" className="max-w-44">
          {LONG_WORD}
        </Chip>
      </Specimen>
      <Specimen name="Tag, Kbd">
        <Tag>warranty</Tag>
        <Tag href="#words">гарантия</Tag>
        <Tag>{LONG_WORD}</Tag>
        <Kbd>Ctrl ↵</Kbd>
        <Kbd>E</Kbd>
      </Specimen>
      <Specimen name="Avatar, Person">
        <Avatar name="Giulia Marchetti" size="lg" />
        <Avatar name="ООО «Маяк»" />
        <Avatar name="山田太郎" />
        <Avatar name="Ștefan Țepeș" size="sm" />
        <Person name="Giulia Marchetti" />
        <span className="flex w-52">
          <Person name={LONG_NAME} size="md" />
        </span>
      </Specimen>
      <Specimen name="Logo, Copy, Time">
        <Logo name="Northwind Support" href="#words" />
        <CopyButton text="#10482" />
        <Time at="2026-11-20T08:12:00Z">2 hours ago</Time>
        <Time at="2026-11-20T08:12:00Z" format="dateTime" locale="ru" timeZone="Europe/Rome" />
      </Specimen>
    </Card>
  );
}
