// Words of the registers, a file for each tab.

import { children } from './children';
import { consents } from './consents';
import { files } from './files';
import { handling } from './handling';
import { health } from './health';
import { importing } from './importing';
import { incidents } from './incidents';
import { recipients } from './recipients';
import { shared, tabs } from './shared';
import { shine } from './shine';
import { suppression } from './suppression';

export const registers = {
  title: 'Registers',
  tabs,
  shared,
  handling,
  importing,
  shine,
  recipients,
  suppression,
  files,
  children,
  health,
  consents,
  incidents,
};
