import { answerRequests } from '../../surface/in-worker.ts';
import { readForm } from './read-form.ts';

/** Reads a file in a worker: a file of a few hundred bytes can keep a parser busy for minutes. */
answerRequests(readForm);
