/** A draft with three items that the editor numbers, announced as four; a bulleted list beside it does not count. */
export const listHtml =
  '<p>同志们：</p><p>下面，我讲四点意见：</p>' +
  '<ol><li><p>学得更深一些</p></li><li><p>悟得更透一些</p></li><li><p>干得更实一些</p></li></ol>' +
  '<p>还要做好三项工作：</p><ul><li><p>盯住项目</p></li><li><p>盯住民生</p></li></ul>' +
  '<p>另外抓好两件事：</p><ol><li><p>防汛</p></li><li><p>防火</p></li></ol><p>谢谢大家。</p>';
