// The one catalogue of everything the screen says. Another language is another folder beside `en`.
export { en as words } from './en';
