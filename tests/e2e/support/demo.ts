/** What the launcher prints for the demo accounts; the browser tests know it as a person would. */
export const DEMO_PASSWORD = "northwind-demo";
export const GIULIA = "giulia@marchetti.example";
export const SARA = "sara@northwind.example";
export const ADA = "ada@northwind.example";
export const SMTP_PORT = Number(process.env.E2E_SMTP_PORT ?? 2610);
