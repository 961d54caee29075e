import { startChromium } from './contract/chromium.ts';
import { contract } from './contract/contract.ts';

contract('chromium', startChromium);
