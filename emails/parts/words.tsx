import { Button, Heading, Link, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { MailFacts } from "./facts";
import { paletteOf } from "./palette";

type Props = { facts: MailFacts; children: ReactNode };

export function Title({ facts, children }: Props) {
  const { ink } = paletteOf(facts.company.brandHue).light;
  return (
    <Heading as="h1" className="ink" style={{ color: ink, fontSize: "20px", lineHeight: "28px", margin: "0 0 12px" }}>
      {children}
    </Heading>
  );
}

export function Paragraph({ facts, children }: Props) {
  const { ink } = paletteOf(facts.company.brandHue).light;
  return (
    <Text className="ink" style={{ color: ink, fontSize: "15px", lineHeight: "24px", margin: "0 0 14px" }}>
      {children}
    </Text>
  );
}

/** Small print: footers, what can be skipped. */
export function Quiet({ facts, children }: Props) {
  const { quiet } = paletteOf(facts.company.brandHue).light;
  return (
    <Text className="quiet" style={{ color: quiet, fontSize: "13px", lineHeight: "20px", margin: "0 0 6px" }}>
      {children}
    </Text>
  );
}

export function QuietLink({ facts, href, children }: Props & { href: string }) {
  const { brand } = paletteOf(facts.company.brandHue).light;
  return (
    <Link href={href} className="brand" style={{ color: brand, textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

export function MainButton({ facts, href, children }: Props & { href: string }) {
  const { brand, onBrand } = paletteOf(facts.company.brandHue).light;
  return (
    <Button
      href={href}
      className="button"
      style={{
        backgroundColor: brand,
        borderRadius: "8px",
        color: onBrand,
        fontSize: "15px",
        fontWeight: 600,
        padding: "12px 20px",
      }}
    >
      {children}
    </Button>
  );
}
