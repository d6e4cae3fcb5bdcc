/** Regions are compared without case. */
export const foldRegion = (region: string): string => region.trim().toLowerCase();
