import { figure } from '../../numbers';

export const also = {
  title: (register: string, title: string, what: string, far: string) =>
    `${register}, ${title}: ${what} ${far.charAt(0).toUpperCase()}${far.slice(1)}.`,
  heading: 'In the registers',
  headingNote: 'Dates that belong to no request',
  hour: (day: string, hour: string) => `${day}, ${hour}`,
  hourPassed: 'hour passed',
  whyOf: (title: string) => `Why this date? ${title}`,
  open: (register: string, title: string) => `Open ${title} in ${register}`,
  all: (count: number) => `Show all ${figure(count)}`,
  fewer: 'Show fewer',
  later: (count: number) =>
    count === 1 ? '1 later in the calendar' : `${figure(count)} later in the calendar`,
  tile: (count: number) => `and ${figure(count)} in the registers`,
  tileShort: (count: number) => `+${figure(count)}`,
  tileOnly: 'no request among them',
  railNumber: (count: number) =>
    count === 1 ? '1 date late or due in 7 days' : `${figure(count)} dates late or due in 7 days`,
};
