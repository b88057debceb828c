export const shine = {};
