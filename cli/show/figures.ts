/** Thousands apart. `Intl.NumberFormat` would do it too, and costs 13 ms of every start. */
const grouped = (digits: string): string => digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");

const whole = (value: number): string => grouped(value.toFixed(0));
const cents = (value: number): string => grouped(value.toFixed(2));
/** One digit behind the point where there is something to say; three for a part of one, which is not nothing. */
const short = (value: number): string => grouped(String(Number(value.toFixed(Math.abs(value) < 1 ? 3 : 1))));

/** `unknown` stands where a figure is not known: never 0. */
export const unknown = "unknown";

export const usd = (value: number | null): string =>
  value === null ? unknown : `$${Math.abs(value) >= 1000 ? whole(value) : cents(value)}`;

export const figure = (value: number | null, unit = ""): string =>
  value === null ? unknown : `${short(value)}${unit === "" ? "" : ` ${unit}`}`;

/** GiB up to a tebibyte, TiB beyond. */
export const gibibytes = (value: number | null): string =>
  value === null ? "grows with use" : value >= 1024 ? `${short(value / 1024)} TiB` : `${whole(value)} GiB`;

/** `2027-03-01 11:30Z` */
export const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)}Z`;

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${short(count)} ${count === 1 ? one : many}`;
