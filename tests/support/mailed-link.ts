import { database } from "~/platform/db.server";

/** The secret of the newest link mailed to an address by a template; throws when there is none. */
export async function mailedToken(address: string, template: string): Promise<string> {
  const mail = await database().prisma.outboundMail.findFirstOrThrow({
    where: { recipient: address, template },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { props: true },
  });
  const { url } = mail.props as { url: string };
  return url.slice(url.lastIndexOf("/") + 1);
}
