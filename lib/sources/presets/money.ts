import { readWords } from "../generic/read-words.ts";

/** Currencies whose smallest unit is not a hundredth (docs.stripe.com, "Supported currencies"). */
const digits: Readonly<Record<string, number>> = Object.fromEntries([
  ...["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"].map(
    (currency) => [currency, 0] as const,
  ),
  ...["BHD", "JOD", "KWD", "OMR", "TND"].map((currency) => [currency, 3] as const),
]);

/** An amount in a currency's smallest unit, as people write it: `12.50 USD`, `1000 JPY`. */
export function money(amount: unknown, currency: unknown): string | undefined {
  const code = readWords(currency)?.toUpperCase();
  if (typeof amount !== "number" || !Number.isFinite(amount) || code === undefined || !/^[A-Z]{3,5}$/.test(code)) {
    return undefined;
  }
  const after = digits[code] ?? 2;
  return `${(amount / 10 ** after).toFixed(after)} ${code}`;
}
