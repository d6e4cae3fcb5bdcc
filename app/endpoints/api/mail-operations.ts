import * as s from "./mail-schemas";
import { type Operation, operation } from "./operation";

export const listMails = operation({
  id: "listMails",
  method: "get",
  path: "/api/v1/mails",
  summary: "Received mail: what waits for a decision, all, or what was discarded; of one's queues, for staff",
  query: s.mailQuery,
  status: 200,
  answer: s.mailPage,
});

export const readMail = operation({
  id: "readMail",
  method: "get",
  path: "/api/v1/mails/{id}",
  summary: "One received mail with what each stage found; for staff",
  params: s.mailParams,
  status: 200,
  answer: s.receivedMail,
});

export const decideMail = operation({
  id: "decideMail",
  method: "post",
  path: "/api/v1/mails/{id}/decision",
  summary: "Decide about a mail that waits; 409 when somebody has. For staff",
  params: s.mailParams,
  body: s.decisionBody,
  status: 200,
  answer: s.receivedMail,
});

export const mailOperations: readonly Operation[] = [listMails, readMail, decideMail];
