// The report and the span that were shown last; no figure of them is kept.

import { onLeave } from '../../state/session.svelte';
import type { Asked } from './year';

export const shown: { last: Partial<Asked> } = $state({ last: {} });
onLeave(() => (shown.last = {}));
