import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { ownCertificate } from './certificate.ts';

/** What was asked of the server. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: number;
}

/** A server of updates that does as it is told, good or bad. */
export interface UpdateServer {
  readonly origin: string;
  readonly asked: Asked[];
  /** Answers the next requests. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): void;
}

/** Starts a server on a free port of 127.0.0.1, over https with a certificate of its own. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const asked: Asked[] = [];
  const server: Server = createServer(ownCertificate(), (request, response) => {
    let body = 0;
    request.on('data', (chunk: Buffer) => {
      body += chunk.length;
    });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      one.answer(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  const one: UpdateServer = {
    origin: `https://127.0.0.1:${bound.port}`,
    asked,
    answer: (_, response) => response.writeHead(404).end(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return one;
}
