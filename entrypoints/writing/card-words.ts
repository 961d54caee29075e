import { say } from '../../components/say.ts';

/** The card's messages about failures: one sentence each. */
export const cardWords = {
  changedMeanwhile: () => say('文字刚有改动，请再看一次。', 'The text has just changed. Please look again.'),
  notTaken: () =>
    say(
      '没有改成：编辑器未接受这次修改。可复制正确文字后手工粘贴。',
      'Not changed: the editor did not take it. Copy the right words and paste them.',
    ),
  notAsWanted: () =>
    say(
      '改动与预期不符，请按 Ctrl+Z 撤回后手工修改。',
      'It did not come out as wanted. Please undo with Ctrl+Z and change it by hand.',
    ),
  refused: () =>
    say('刚才被网页遮住或移动过，没有执行，请再点一次。', 'The page covered or moved it: nothing was done.'),
  noAnswer: () => say('稿准的后台没有应答，请稍后再试。', 'Gaozhun gave no answer. Please try again.'),
};
