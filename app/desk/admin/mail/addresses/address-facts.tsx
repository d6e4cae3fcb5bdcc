import { Tag } from "~/components/ui/tag";
import type { QueueAddressDetails } from "~/domain/routing/list-queue-addresses.server";
import { inLanguage } from "~/domain/routing/schema";
import { priorityCode } from "~/domain/tickets/states";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";

type Props = { address: QueueAddressDetails; locale: string };

/** What tickets by mail to the address start with, where it says more than its queue. */
export function AddressFacts({ address: { locale: language, priority, type, tags }, locale }: Props) {
  const facts = [
    isLocale(language) ? LOCALE_NAMES[language] : null,
    priority ? priorityCode(priority) : null,
    type ? inLanguage(type.name, locale) : null,
  ].filter((fact) => fact !== null);
  if (!facts.length && !tags.length) return <span className="faint">—</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {facts.join(" · ")}
      {tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
    </span>
  );
}

/** What the first mail to the address is answered with. */
export const answerWord = (t: Translate, { answer, text }: QueueAddressDetails): string =>
  answer === "template" && text ? text.name : t(`templates:address.answer.${answer === "none" ? "none" : "queue"}`);
