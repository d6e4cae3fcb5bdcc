import { database } from "~/platform/db.server";

export const DEMO_PASSWORD = "northwind-demo";

const SHOWN = ["giulia@marchetti.example", "sara@northwind.example", "ada@northwind.example"];

/** The demo accounts that are still there, for the launcher to print; none in an installation without the demo. */
export async function listDemoAccounts(): Promise<{ email: string; password: string; role: string }[]> {
  const rows = await database().prisma.emailAddress.findMany({
    where: { address: { in: SHOWN }, person: { deactivatedAt: null, credential: { isNot: null } } },
    select: { address: true, person: { select: { role: true } } },
  });
  return SHOWN.flatMap((email) => rows.filter((r) => r.address === email)).map(({ address, person }) => ({
    email: address,
    password: DEMO_PASSWORD,
    role: person.role,
  }));
}
