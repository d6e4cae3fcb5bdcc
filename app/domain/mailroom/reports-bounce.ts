import type { Bounce } from "~/domain/mail/mime/bounce";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";

/** A report by a machine. A person who forwards one to us is writing to us. */
export const reportsBounce = (mail: ParsedMail): mail is ParsedMail & { bounce: Bounce } =>
  mail.bounce !== null && mail.automatic.is;
