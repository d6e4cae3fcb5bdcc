import { useFetcher } from "@remix-run/react";
import { type MouseEvent, useState } from "react";
import { LinkButton } from "~/components/ui/button";
import type { PortalMessage, PortalTicket } from "~/domain/tickets/portal-views";
import { paths, withQuery } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import type { loader } from "./earlier";
import { MessageCard } from "./message-card";

type Messages = Pick<PortalTicket, "messages" | "earlier">;
/** `older` is set when the address asks for a page of older messages: those stand alone. */
type Props = { ticket: PortalTicket; older: Messages | null };

/** The messages, oldest first. Earlier ones come before them in place, or without JavaScript on a page of their own. */
export function Conversation({ ticket, older }: Props) {
  const t = useT();
  const { number } = ticket;
  const shown = older ?? ticket;
  const { load, data, state } = useFetcher<typeof loader>();
  const [had, setHad] = useState<Held>({ data, messages: shown.messages, before: null });
  const held = had.data === data && had.messages === shown.messages ? had : hold(had, data, shown.messages);
  if (held !== had) setHad(held);
  const { before } = held;
  const earlier = before ? before.earlier : shown.earlier;

  function loadEarlier(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || !earlier) return;
    event.preventDefault();
    if (state === "idle") load(withQuery(paths.ticketPart(number, "earlier"), { before: earlier }));
  }

  return (
    <section className="conv" aria-labelledby="conversation">
      <h2 id="conversation" className="sr">
        {t("portal:conversation.title")}
      </h2>
      {earlier ? (
        <LinkButton
          className="self-center print:hidden"
          href={paths.ticket(number, { before: earlier })}
          rel="prev"
          aria-busy={state !== "idle" || undefined}
          onClick={loadEarlier}
        >
          {t("portal:conversation.earlier")}
        </LinkButton>
      ) : null}
      {join(before?.messages ?? [], shown.messages).map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
      {older ? (
        <LinkButton className="self-center print:hidden" href={paths.ticket(number)}>
          {t("portal:conversation.newest")}
        </LinkButton>
      ) : null}
    </section>
  );
}

/** What the page has loaded so far: the newest stretch, and before it what was asked for. */
type Held = { data: Messages | undefined; messages: PortalMessage[]; before: Messages | null };

/** A new message pushes the oldest one out of the newest stretch: what stands on the screen stays there. */
function hold(had: Held, data: Messages | undefined, messages: PortalMessage[]): Held {
  const kept = had.before && { ...had.before, messages: join(had.before.messages, had.messages) };
  const news = data !== had.data && data ? { ...data, messages: join(data.messages, kept?.messages ?? []) } : null;
  return { data, messages, before: news ?? kept };
}

/** Two stretches of a conversation as one; of a message in both the later stretch has the newer words. */
function join(first: readonly PortalMessage[], then: readonly PortalMessage[]): PortalMessage[] {
  const later = new Set(then.map(({ id }) => id));
  return [...first.filter(({ id }) => !later.has(id)), ...then];
}
