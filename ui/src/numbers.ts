// Figures as the officer reads them: 12,345 and 1,234.5, whatever the system is set to.

const COUNT = new Intl.NumberFormat('en-GB');
const DAYS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number of things. */
export const figure = (number: number): string => COUNT.format(number);

/** A number of days, to a tenth. */
export const figureOfDays = (number: number): string => DAYS.format(number);
