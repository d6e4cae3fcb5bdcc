/** Where a content lies in the store: `ab/cd/abcd…`. */
export const fileKey = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
