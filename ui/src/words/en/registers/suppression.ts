export const suppression = {
  empty: 'Those who must not be mailed, and those whose data must not be sold or shared.',
};
