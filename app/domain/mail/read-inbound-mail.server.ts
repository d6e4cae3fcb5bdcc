import { database } from "~/platform/db.server";
import { INBOUND_COLUMNS, type InboundWork } from "./take-inbound-mail.server";

const READ = {
  name: "read-inbound-mail",
  text: `select ${INBOUND_COLUMNS} from inbound_mail w join raw_mail r on r.inbound_id = w.id where w.id = $1`,
};

/** The mail as it stands, in whatever stage, without counting an attempt; null when it is gone. */
export async function readInboundMail(id: string): Promise<InboundWork | null> {
  const { rows } = await database().pool.query<InboundWork>({ ...READ, values: [id] });
  return rows[0] ?? null;
}
