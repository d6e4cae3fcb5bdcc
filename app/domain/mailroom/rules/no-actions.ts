import type { MailRuleActions } from "../mail-rules";

/** The actions of a rule that does nothing. */
export const noActions = (): MailRuleActions => ({
  queueId: null,
  priority: null,
  typeId: null,
  tags: [],
  assigneeId: null,
  followerIds: [],
  fields: [],
  answer: null,
  forwardTo: [],
  appendTo: null,
  file: null,
  quarantine: false,
  discard: false,
  stop: false,
});
