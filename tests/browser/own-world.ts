import type { CDPSession, Page } from 'playwright-core';

/** The extension's script world in a page's top frame, accessed through the DevTools protocol. */
export interface OwnWorld {
  evaluate<T>(expression: string): Promise<T>;
  /** Number of live objects of a class (`MutationObserver`). */
  count(name: string): Promise<number>;
}

/** Finds the extension's world in a page. Throws if there is none. */
export async function ownWorld(page: Page): Promise<OwnWorld> {
  const session = await page.context().newCDPSession(page);
  const id = await contextOf(session);
  const evaluate = async (expression: string, returnByValue: boolean) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: id,
      returnByValue,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) {
      const { text, exception } = exceptionDetails;
      throw new Error(exception?.description ?? text);
    }
    return result;
  };
  return {
    evaluate: async <T>(expression: string) => (await evaluate(expression, true)).value as T,
    async count(name) {
      const { objectId } = await evaluate(`${name}.prototype`, false);
      if (objectId === undefined) throw new Error(`No class ${name}.`);
      const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: objectId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      return result.value as number;
    },
  };
}

async function contextOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const top: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const isTop = context.auxData?.frameId === frameTree.frame.id && context.auxData?.type === 'isolated';
    if (isTop && context.origin.startsWith('chrome-extension:')) top.push(context.id);
  });
  await session.send('Runtime.enable');
  const [id] = top;
  if (id === undefined) throw new Error('The extension has no world there.');
  return id;
}
