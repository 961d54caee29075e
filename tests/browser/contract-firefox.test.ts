import { contract } from './contract/contract.ts';
import { startFirefoxDriver } from './contract/firefox.ts';

contract('firefox', startFirefoxDriver);
