/** The envelope's sender. Only SMTP says for certain that there is none (""); elsewhere nothing means unknown (null), and Return-Path answers. */
export const envelopeSenderOf = ({ source, envelopeFrom }: { source: string; envelopeFrom: string }): string | null =>
  source === "smtp" ? envelopeFrom : envelopeFrom || null;
