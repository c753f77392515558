// Figures the way a person reads them.

/** Three digits, and no more than there are. */
export function figure(value) {
  if (value === null || value === undefined) return "–";
  if (Number.isInteger(value)) return String(value);
  const digits = Math.abs(value) < 1 ? 3 : Math.abs(value) < 10 ? 2 : 1;
  return String(Number(value.toFixed(digits)));
}

/** Three significant digits: what a parameter file holds. */
export const rounded = value => Number(value.toPrecision(3));

/** A figure with its unit: `12°`, `0.6 s`, `0.6`. */
export const withUnit = (value, unit) =>
  figure(value) + (unit === "degrees" ? "°" : unit ? ` ${unit}` : "");

/** A time of the recording, `1:05.3`. */
export function clock(seconds, decimals = 1) {
  const scale = 10 ** decimals;
  const total = Math.round(Math.max(0, seconds) * scale) / scale;
  const rest = (total % 60).toFixed(decimals).padStart(decimals ? 3 + decimals : 2, "0");
  return `${Math.floor(total / 60)}:${rest}`;
}

/** A length, `41 s` or `12 min 5 s`. */
export function duration(seconds) {
  const total = Math.round(seconds);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}

/** The last part of a path, and the folder before it. */
export function parted(path) {
  const cut = path.lastIndexOf("/");
  return { name: path.slice(cut + 1), folder: cut > 0 ? path.slice(0, cut) : "" };
}

/** `1 recording`, `2 recordings`. */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** A word with its first letter large. */
export const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);
