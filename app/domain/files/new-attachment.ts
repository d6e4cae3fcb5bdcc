/** A stored file on its way to a message. `contentId` names it inside the message's HTML (RFC 2392, without brackets). */
export type NewAttachment = {
  /** The attachment's own id, when something already points at it. */
  id?: string;
  fileId: string;
  name: string;
  type: string;
  size: number;
  inline?: boolean;
  contentId?: string;
};
