/**
 * Bounds of one message. Ordinary mail stays far below them: a mail to 1,000 recipients has about 60 kB of headers,
 * a forwarded forward nests four deep, a mail with 200 photographs has 201 parts.
 */
export const mailLimits = {
  bytes: 64 * 1024 * 1024,
  headerBytes: 1024 * 1024,
  partHeaderBytes: 128 * 1024,
  depth: 20,
  parts: 1000,
  recipients: 5000,
  references: 1000,
  nameLength: 300,
  subjectLength: 2000,
  fileNameLength: 200,
} as const;
