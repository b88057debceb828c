// Words of the policies screen.
export const policies = { title: 'Policies' };
