/** Popular searches by language, and when they were counted. */
export const popularCache = new Map<string, { at: number; queries: string[] }>();
