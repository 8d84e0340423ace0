const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** `unknown` stands where a figure is not known: never 0. */
export const unknown = "unknown";

export const usd = (value: number | null): string =>
  value === null ? unknown : `$${Math.abs(value) >= 1000 ? whole.format(value) : cents.format(value)}`;

export const figure = (value: number | null, unit = ""): string =>
  value === null ? unknown : `${short.format(value)}${unit === "" ? "" : ` ${unit}`}`;

/** GiB up to a tebibyte, TiB beyond. */
export const gibibytes = (value: number | null): string =>
  value === null
    ? "grows with use"
    : value >= 1024
      ? `${short.format(value / 1024)} TiB`
      : `${whole.format(value)} GiB`;

/** `2027-03-01 11:30Z` */
export const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)}Z`;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;
