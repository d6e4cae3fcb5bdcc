import { render } from "@react-email/render";
import type { ReactElement } from "react";
import { translator } from "~/i18n/t.server";
import { DEFAULT_LOCALE, isLocale } from "~/i18n/config";
import * as agentNotice from "./agent-notice";
import * as alreadyRegistered from "./already-registered";
import * as confirmTicket from "./confirm-ticket";
import * as forward from "./forward";
import * as invitation from "./invitation";
import * as mailTest from "./mail-test";
import * as news from "./news";
import * as participantMessage from "./participant-message";
import type { MailFacts, WithFacts } from "./parts/facts";
import * as passwordReset from "./password-reset";
import type { MailProps, MailTemplate } from "./props";
import * as receipt from "./receipt";
import * as reply from "./reply";
import * as signInLink from "./sign-in-link";
import * as solved from "./solved";
import * as verifyAddress from "./verify-address";

type Template<P> = {
  default: { (props: WithFacts<P>): ReactElement; PreviewProps: WithFacts<P> };
  subject(props: P, facts: MailFacts): string;
  text(props: P, facts: MailFacts): string;
};

const templates: { [T in MailTemplate]: Template<MailProps<T>> } = {
  receipt,
  reply,
  "participant-message": participantMessage,
  solved,
  "agent-notice": agentNotice,
  news,
  forward,
  "sign-in-link": signInLink,
  "verify-address": verifyAddress,
  "password-reset": passwordReset,
  invitation,
  "confirm-ticket": confirmTicket,
  "already-registered": alreadyRegistered,
  "mail-test": mailTest,
};

export type RenderedMail = { subject: string; html: string; text: string };
export type RenderFacts = Omit<MailFacts, "t" | "locale">;

/** Subject, HTML and plain text of a mail in a language; an unknown language is English. */
export async function renderMail<T extends MailTemplate>(
  template: T,
  props: MailProps<T>,
  locale: string,
  facts: RenderFacts,
): Promise<RenderedMail> {
  const known = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const all: MailFacts = { ...facts, locale: known, t: translator(known) };
  const { default: draw, subject, text }: Template<MailProps<T>> = templates[template];
  return {
    subject: subject(props, all)
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
      .trim(),
    html: await render(draw({ ...props, facts: all })),
    text: text(props, all),
  };
}

/** The templates by name, for the preview. */
export const templateNames = Object.keys(templates) as MailTemplate[];

/** A template with the sample in its file. */
export function renderSample<T extends MailTemplate>(template: T, locale: string): Promise<RenderedMail> {
  const { default: draw }: Template<MailProps<T>> = templates[template];
  const { facts, ...props } = draw.PreviewProps;
  return renderMail(template, props as unknown as MailProps<T>, locale, facts);
}
