/** The id by which Firefox knows the extension; wxt.config.ts sets it. */
export const firefoxId = '{640a7dc7-6919-4dca-a624-255470c89f1d}';

/** What the ready files of an administrator say. */
export interface PolicyValues {
  /** The id of the extension in Chrome and Edge. */
  readonly id: string;
  /** The folder of the office's server in which the packages lie: an address that ends with /. */
  readonly base: string;
  /** The values of managed_schema.json. */
  readonly managed: Readonly<Record<string, unknown>>;
}

/** What the files in deploy/ say: every key, with a county and an address that do not exist. */
export const exampleValues: PolicyValues = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  base: 'https://oa.example.gov.cn/gaozhun/',
  managed: {
    packs: [
      {
        name: '云溪县委办词库',
        version: 1,
        entries: [
          {
            name: '云溪办事不求人',
            wrong: ['云溪办事不用求人'],
            level: 'warning',
            note: '品牌名称以县委办通知为准',
            source: '县委办通知（示例）',
          },
        ],
      },
    ],
    sites: ['https://oa.example.gov.cn', 'oa:8080'],
    place: '云溪县',
    strictness: 'normal',
  },
};

/** Chrome and Edge on Windows keep their policies below these keys. */
const registries = {
  'windows/gaozhun-chrome.reg': 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome',
  'windows/gaozhun-edge.reg': 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
} as const;

/** The ready files by their paths in deploy/. */
export function policyFiles(values: PolicyValues): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, key] of Object.entries(registries)) {
    // The registry editor reads what is not ASCII from UTF-16 alone.
    files.set(path, Buffer.from(`\ufeff${registryFile(key, values)}`, 'utf16le'));
  }
  const json = (path: string, value: unknown) =>
    files.set(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  json('linux/gaozhun.json', chromiumPolicy(values));
  json('firefox/policies.json', firefoxPolicy(values));
  return files;
}

const updateUrl = ({ base }: PolicyValues): string => new URL('update.xml', base).href;

function chromiumPolicy(values: PolicyValues) {
  const { id, managed } = values;
  const settings = {
    installation_mode: 'force_installed',
    update_url: updateUrl(values),
    toolbar_pin: 'force_pinned',
  };
  return { ExtensionSettings: { [id]: settings }, '3rdparty': { extensions: { [id]: managed } } };
}

function firefoxPolicy({ base, managed }: PolicyValues) {
  const settings = {
    installation_mode: 'force_installed',
    install_url: new URL('gaozhun-firefox.xpi', base).href,
    default_area: 'navbar',
  };
  return {
    policies: {
      ExtensionSettings: { [firefoxId]: settings },
      '3rdparty': { Extensions: { [firefoxId]: managed } },
    },
  };
}

/** The text of a .reg: the extension in the list of those that are installed, and its managed values. */
function registryFile(key: string, values: PolicyValues): string {
  const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  // A list or an object is one string of JSON.
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    '; 自动安装。名称是从 1 起连续的编号：单位已有这个列表的，改用下一个编号。',
    `[${key}\\ExtensionInstallForcelist]`,
    `"1"=${quoted(`${values.id};${updateUrl(values)}`)}`,
    '',
    '; 稿准的设置：packs 单位词库，sites 写稿的网站，place 我的地方，strictness 标出多少。不用的一行删去。',
    `[${key}\\3rdparty\\extensions\\${values.id}\\policy]`,
    ...Object.entries(values.managed).map(([name, value]) => `${quoted(name)}=${quoted(asText(value))}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}
