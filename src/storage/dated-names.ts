/**
 * The name of a dated folder as a pattern: `20261122_030000`, and `_2` and so on for more in the
 * same second. Its groups are year, month, day, hour, minute, second and what follows. Whether such
 * a moment is in the calendar, it does not say.
 */
export const DATED_NAME = String.raw`(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})(?:_([1-9]\d{0,8}))?`;
