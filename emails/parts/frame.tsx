import { Body, Container, Head, Html, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailFacts } from "./facts";
import { type Palette, paletteOf } from "./palette";

export const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

type Props = {
  facts: MailFacts;
  preview: string;
  /** The company's name above the text; a person's own words go without. */
  header?: boolean;
  footer: ReactNode;
  children: ReactNode;
};

/** The page of every mail: a quiet sheet with the company's name above and a footer below, also in the dark. */
export function Frame({ facts, preview, header = true, footer, children }: Props) {
  const { light, dark } = paletteOf(facts.company.brandHue);
  return (
    <Html lang={facts.locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style dangerouslySetInnerHTML={{ __html: darkRules(dark) }} />
      </Head>
      <Body className="canvas" style={{ backgroundColor: light.canvas, color: light.ink, fontFamily: FONT, margin: 0 }}>
        <Preview>{preview}</Preview>
        {/* A long address breaks: it would make the whole mail wider than a telephone. */}
        <Container style={{ maxWidth: "600px", padding: "24px 12px", wordBreak: "break-word" }}>
          {header && (
            <Text
              className="brand"
              style={{ color: light.brand, fontSize: "15px", fontWeight: 600, margin: "0 0 12px" }}
            >
              {facts.company.name}
            </Text>
          )}
          <Section
            className="surface"
            style={{
              backgroundColor: light.surface,
              border: `1px solid ${light.line}`,
              borderRadius: "10px",
              padding: "24px",
            }}
          >
            {children}
          </Section>
          <Section style={{ padding: "12px 4px 0" }}>{footer}</Section>
        </Container>
      </Body>
    </Html>
  );
}

const darkRules = (dark: Palette["dark"]) =>
  "@media (prefers-color-scheme:dark){" +
  // The body's colours are written on the cell inside it as well.
  `.canvas,.canvas>table>tbody>tr>td{background-color:${dark.canvas}!important;color:${dark.ink}!important}` +
  `.surface{background-color:${dark.surface}!important;border-color:${dark.line}!important}` +
  `.ink{color:${dark.ink}!important}.quiet{color:${dark.quiet}!important}.brand{color:${dark.brand}!important}` +
  `.rule{border-color:${dark.line}!important}` +
  `.button{background-color:${dark.brand}!important;color:${dark.onBrand}!important}}`;
