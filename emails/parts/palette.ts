// The product's colours (app/styles/tokens.css) as hex: mail programs know neither oklch nor custom properties.

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** An oklch colour in sRGB; what lies outside is cut to the edge. Björn Ottosson's Oklab matrices. */
export function oklchToHex([lightness, chroma, hue]: Oklch): string {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((value) => channel(value).toString(16).padStart(2, "0")).join("")}`;
}

function channel(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
}

const shades = (hue: number) => ({
  light: {
    brand: oklchToHex([0.48, 0.09, hue]),
    onBrand: oklchToHex([0.99, 0.005, hue]),
    canvas: oklchToHex([0.985, 0.003, 240]),
    surface: oklchToHex([1, 0, 0]),
    line: oklchToHex([0.91, 0.006, 240]),
    ink: oklchToHex([0.24, 0.015, 250]),
    quiet: oklchToHex([0.52, 0.014, 250]),
  },
  dark: {
    brand: oklchToHex([0.74, 0.1, hue]),
    onBrand: oklchToHex([0.18, 0.03, hue]),
    canvas: oklchToHex([0.19, 0.01, 250]),
    surface: oklchToHex([0.225, 0.012, 250]),
    line: oklchToHex([0.31, 0.013, 250]),
    ink: oklchToHex([0.95, 0.005, 250]),
    quiet: oklchToHex([0.71, 0.012, 250]),
  },
});

export type Palette = ReturnType<typeof shades>;
const palettes = new Map<number, Palette>();

/** The palette of a brand hue, computed once. */
export function paletteOf(hue: number): Palette {
  let palette = palettes.get(hue);
  if (!palette) palettes.set(hue, (palette = shades(hue)));
  return palette;
}
