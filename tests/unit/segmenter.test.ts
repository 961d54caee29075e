import { beforeAll, describe, expect, test } from 'vitest';
import type { Segmenter } from '../../lib/phrases/types.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';

let segmenter: Segmenter;
beforeAll(async () => {
  segmenter = await loadSegmenter();
});

function isWord(sentence: string, word: string): boolean {
  const start = sentence.indexOf(word);
  return segmenter.isWholeWords(sentence, start, start + word.length);
}

describe('the segmenter', () => {
  test.each([
    ['推进环保局部改造', '环保局'],
    ['会同教育部门抓好落实', '教育部'],
    ['各级卫生部门要加强值守', '卫生部'],
    ['宣传文化部署会', '文化部'],
    ['推进基层党建全覆盖', '建全'],
    ['做好海关健康检查', '关健'],
    ['工人们正在赶制订单', '制订'],
    ['建设工商局域网', '工商局'],
  ])('sees that in %s there is no %s', (sentence, word) => {
    expect(isWord(sentence, word)).toBe(false);
  });

  test.each([
    ['市环保局要加大力度', '环保局'],
    ['市工商局要加大力度', '工商局'],
    ['原文化部印发通知', '文化部'],
    ['抓住关健环节', '关健'],
    ['卫生部发布消息', '卫生部'],
    ['工商局', '工商局'],
  ])('sees that in %s there is %s', (sentence, word) => {
    expect(isWord(sentence, word)).toBe(true);
  });

  test('counts UTF-16 units behind characters of two units and lone halves', () => {
    expect(isWord('𠮷😀，环保局要', '环保局')).toBe(true);
    expect(isWord('\ud800环保局要', '环保局')).toBe(true);
    expect(isWord('😀推进环保局部改造', '环保局')).toBe(false);
  });

  test('takes no span that is empty or outside', () => {
    expect(segmenter.isWholeWords('环保局', 1, 1)).toBe(false);
    expect(segmenter.isWholeWords('环保局', 0, 9)).toBe(false);
    expect(segmenter.isWholeWords('', 0, 0)).toBe(false);
  });
});
