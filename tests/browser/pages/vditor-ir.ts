import { startVditor } from './draft-vditor.ts';

await startVditor('ir');
