import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';

/** A proxy that lets a browser reach this machine and nothing else, and writes down all that is asked of it. */
export interface RecordingProxy {
  readonly address: string;
  /** `GET http://host/path` of plain requests, `CONNECT host:port` of others, in order. */
  readonly asked: string[];
  close(): void;
}

/** Starts it on a free port. Requests to 127.0.0.1 and its names under localhost go through, all others get 403. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const asked: string[] = [];
  const isHere = (host: string) =>
    host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost');
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const to = new URL(request.url ?? '', 'http://nowhere.invalid');
    if (!isHere(to.hostname)) {
      response.writeHead(403).end();
      return;
    }
    fetch(`http://127.0.0.1:${to.port}${to.pathname}${to.search}`).then(
      async (answer) => {
        const type = answer.headers.get('content-type') ?? 'text/plain';
        response
          .writeHead(answer.status, { 'content-type': type })
          .end(Buffer.from(await answer.arrayBuffer()));
      },
      () => response.writeHead(502).end(),
    );
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    if (!isHere(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const there = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    for (const one of [there, socket]) one.on('error', () => one.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The proxy has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
