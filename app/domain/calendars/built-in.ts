/** "24 × 7", which every installation has and nobody changes. */
export const ALWAYS_OPEN_ID = "00000000-0000-7000-8000-000000000024";
